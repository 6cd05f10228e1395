import { brokenProvider } from "../provider/provider-fault";
import { Gathered } from "../rules/gather";
import { chargeHeaders } from "./answer-headers";
import type { BegunCall } from "./begin-call";
import { close, listen, open } from "./listen";
import { DONE } from "./passed";
import { settleHeard } from "./settle-heard";

/** A whole answer. */
export interface Answer {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

/**
 * Answers a chat all at once. To the provider it is a stream too, so that it can be stopped when the caller leaves, and charged exactly wherever it
 * ends: of a plain call that is lost nobody could say what it came to.
 * @param caller null when the answer is kept for whoever asks again: then it is finished, whoever leaves
 * @throws ProviderFault
 */
export async function answerGathered(call: BegunCall, caller: AbortSignal | null): Promise<Answer> {
  const exchange = await open(call, caller);
  const { heard, cut } = exchange;
  const gathered = new Gathered();
  try {
    const whole = await listen(exchange, async (events) => {
      for (const event of events) {
        if ("comment" in event) continue;
        if (event.data === DONE) return "end";
        const chunk = heard.hear(event.data);
        if (!chunk) return "broken";
        gathered.add(chunk);
      }
      return "more";
    });
    const charge = await settleHeard(call, heard, cut.reason ?? (whole ? "completed" : "provider_error"));
    const headers = chargeHeaders(call, charge);
    if (!whole) throw brokenProvider(cut.reason === "timeout", headers);
    return { status: 200, body: gathered.get(), headers };
  } finally {
    close(exchange);
  }
}
