import type { IncomingMessage } from "node:http";
import { createParser } from "eventsource-parser";

/** An event of a stream as it came, or a comment. */
export type StreamEvent = { data: string } | { comment: string };

const MAX_EVENT_BYTES = 16_777_216;

/** The events of a stream, together as they arrive. It stops reading when nobody takes them. */
export async function* eventsOf(body: IncomingMessage): AsyncGenerator<StreamEvent[]> {
  let events: StreamEvent[] = [];
  const parser = createParser({
    onEvent: ({ data }) => events.push({ data }),
    onComment: (comment) => events.push({ comment }),
    onError: (error) => {
      if (error.type === "max-buffer-size-exceeded") throw error;
    },
    maxBufferSize: MAX_EVENT_BYTES,
  });
  const decoder = new TextDecoder();
  // The connection outlives the stream, and is used again.
  for await (const part of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    parser.feed(decoder.decode(part, { stream: true }));
    if (events.length === 0) continue;
    yield events;
    events = [];
  }
}
