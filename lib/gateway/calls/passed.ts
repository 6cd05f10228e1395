import type { StreamEvent } from "../provider/events";
import type { Chunk, Heard } from "../rules/heard";

/** The last event of a stream. */
export const DONE = "[DONE]";

/** What is passed on of a stream: everything as it came, but what it used, which waits for its charge. */
export class Passed {
  /** The chunk that says what was used, and nothing else. */
  usage: Chunk | null = null;

  /** @param wantsUsage whether the caller asked for what was used */
  constructor(private readonly wantsUsage: boolean) {}

  /** What goes on of these events, and whether more is to come. */
  take(events: readonly StreamEvent[], heard: Heard): { text: string; next: "more" | "end" | "broken" } {
    let text = "";
    for (const event of events) {
      if ("comment" in event) text += `:${event.comment}\n\n`;
      else if (event.data === DONE) return { text, next: "end" };
      else {
        const chunk = heard.hear(event.data);
        if (!chunk) return { text, next: "broken" };
        text += this.passOn(chunk, event.data);
      }
    }
    return { text, next: "more" };
  }

  private passOn(chunk: Chunk, data: string): string {
    if (chunk.usage === undefined || chunk.usage === null) return `data: ${data}\n\n`;
    if (chunk.choices.length > 0)
      return this.wantsUsage ? `data: ${data}\n\n` : dataOf({ ...chunk, usage: undefined });
    this.usage = chunk;
    return "";
  }
}

/** An event of a stream. */
export function dataOf(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}
