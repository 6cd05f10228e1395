import { refusedByProvider, silentProvider } from "../provider/provider-fault";
import { readText, send, type Sent } from "../provider/send";
import type { BegunCall } from "./begin-call";
import type { Cut } from "./cut";
import { settleCall } from "./settle-call";

const MAX_ERROR_BYTES = 65_536;
export const PATHS = { chat: "/chat/completions", embedding: "/embeddings" } as const;

/**
 * Calls the provider. What it refuses, or never begins to answer, has produced nothing: the hold is given back, and nothing is charged.
 * @throws ProviderFault
 */
export async function reach(call: BegunCall, body: unknown, cut: Cut): Promise<Sent> {
  let sent: Sent;
  let said = "";
  try {
    sent = await send(call.target, PATHS[call.operation], { body, signal: cut.signal });
    if (sent.status >= 400) said = await readText(sent.body, MAX_ERROR_BYTES);
  } catch {
    await settleCall(call, null, { outcome: cut.reason ?? "provider_error", generationId: "" });
    throw silentProvider(cut.reason === "timeout");
  }
  if (sent.status < 300) return sent;
  sent.body.resume();
  await settleCall(call, null, { outcome: "provider_error", generationId: "" });
  const after = sent.headers["retry-after"];
  throw refusedByProvider(sent.status, said, after);
}
