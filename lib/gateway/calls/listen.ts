import { env } from "@/lib/env";
import { eventsOf, type StreamEvent } from "../provider/events";
import { countPrompt } from "../provider/count-tokens";
import type { Sent } from "../provider/send";
import { Heard } from "../rules/heard";
import type { BegunCall } from "./begin-call";
import { Cut } from "./cut";
import { Heartbeat } from "./heartbeat";
import { reach } from "./reach";

/** A chat under way. */
export interface Exchange {
  call: BegunCall;
  heard: Heard;
  cut: Cut;
  beat: Heartbeat;
  sent: Sent;
}

/**
 * Sends a chat, always as a stream: so its id is known before anything is produced, and wherever it ends it can be stopped and charged to the token.
 * @throws ProviderFault when it does not begin
 */
export async function open(call: BegunCall, caller: AbortSignal | null): Promise<Exchange> {
  const heard = new Heard();
  const cut = new Cut(env().ECU_GATEWAY_TIMEOUT_SECONDS);
  if (caller) cut.follow(caller);
  let inputTokens = 0;
  const beat = new Heartbeat(
    call,
    () => ({ generationId: heard.generationId, inputTokens, outputTokens: heard.deltas }),
    () => cut.now("abandoned"),
  );
  try {
    const sent = await reach(call, payloadOf(call), cut);
    const { "x-generation-id": id } = sent.headers;
    if (typeof id === "string") heard.generationId = id;
    // Where the provider keeps no books, what is written down here is all that is left when this process dies.
    if (!call.target.tellsCost) inputTokens = await countPrompt(call.body);
    beat.beat();
    cut.begin();
    return { call, heard, cut, beat, sent };
  } catch (error) {
    close({ cut, beat });
    throw error;
  }
}

/** Nothing of it runs on. */
export function close({ cut, beat }: Pick<Exchange, "cut" | "beat">): void {
  cut.end();
  beat.stop();
}

/**
 * Listens to the end. @returns whether the stream was whole: it broke, was cut, or cannot be trusted otherwise
 */
export async function listen(
  { sent, cut, heard }: Exchange,
  take: (events: readonly StreamEvent[]) => Promise<"more" | "end" | "broken">,
): Promise<boolean> {
  try {
    for await (const events of eventsOf(sent.body)) {
      const next = await take(events);
      if (cut.reason !== null) break;
      if (next === "more") continue;
      // After the last event nothing comes but the end, for which nobody waits.
      if (next === "end") sent.body.resume();
      else sent.body.destroy();
      return next === "end";
    }
  } catch {
    // The connection broke, or was cut.
    sent.body.destroy();
    return false;
  }
  sent.body.destroy();
  // Some end without a word; what has its end and its usage lacks nothing.
  return cut.reason === null && heard.finished && heard.used !== null;
}

function payloadOf({ body, target }: BegunCall): Record<string, unknown> {
  const { stream_options: options } = body;
  return {
    ...body,
    stream: true,
    stream_options: { ...(typeof options === "object" ? options : {}), include_usage: true },
    ...asksCost(body, target.tellsCost),
  };
}

/** Asks what it costs, where the provider says so. */
export function asksCost(body: Readonly<Record<string, unknown>>, tellsCost: boolean): object {
  const { usage } = body;
  return tellsCost ? { usage: { ...(typeof usage === "object" ? usage : {}), include: true } } : {};
}
