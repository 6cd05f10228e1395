import { env } from "@/lib/env";
import { countPrompt, countTokens } from "../provider/count-tokens";
import { findGeneration } from "../provider/find-generation";
import { brokenProvider } from "../provider/provider-fault";
import { readText, type Sent } from "../provider/send";
import { type Used, usedIn } from "../rules/used";
import { chargeHeaders } from "./answer-headers";
import type { BegunCall } from "./begin-call";
import { Cut } from "./cut";
import { Heartbeat } from "./heartbeat";
import { asksCost } from "./listen";
import { reach } from "./reach";
import { settleCall } from "./settle-call";

const MAX_BYTES = 67_108_864;

/**
 * Answers as the provider does, to the byte: embeddings, and chats at providers that keep no books of generations. It is finished whoever leaves: the
 * provider does so too, and bills all of it.
 * @throws ProviderFault
 */
export async function answerWhole(call: BegunCall): Promise<Response> {
  const cut = new Cut(env().ECU_GATEWAY_TIMEOUT_SECONDS);
  const progress = { generationId: "", inputTokens: 0, outputTokens: 0 };
  const beat = new Heartbeat(
    call,
    () => progress,
    () => cut.now("abandoned"),
  );
  try {
    const { body, target } = call;
    const sent = await reach(call, { ...body, ...asksCost(body, target.tellsCost) }, cut);
    const { "x-generation-id": id } = sent.headers;
    if (typeof id === "string") progress.generationId = id;
    const text = await textOf(sent);
    const said = text === null ? null : parsed(text);
    const outcome = cut.reason ?? (said ? "completed" : "provider_error");
    const { generationId } = progress;
    const used = said?.used ?? (await look(call, generationId)) ?? (await count(call, text));
    const charge = await settleCall(call, used, { outcome, generationId: said?.id ?? generationId });
    const headers = chargeHeaders(call, charge);
    if (!said) throw brokenProvider(cut.reason === "timeout", headers);
    return new Response(text, { status: 200, headers: { "content-type": "application/json", ...headers } });
  } finally {
    cut.end();
    beat.stop();
  }
}

function textOf({ body }: Sent): Promise<string | null> {
  return readText(body, MAX_BYTES).catch(() => null);
}

function parsed(text: string): { id: string | undefined; used: Used | null } | null {
  try {
    const { id } = JSON.parse(text) as { id?: unknown };
    return { id: typeof id === "string" ? id : undefined, used: usedIn(text) };
  } catch {
    return null;
  }
}

async function look({ target }: BegunCall, id: string): Promise<Used | null> {
  return target.tellsCost && id !== "" ? findGeneration(target, id) : null;
}

/** The prompt, and for a chat the answer as it is written: with its JSON around it, it is no less than what was produced. */
async function count({ body, operation }: BegunCall, text: string | null): Promise<Used> {
  const output = operation === "chat" ? await countTokens(text ?? "") : 0;
  const counted = { input_tokens: await countPrompt(body), output_tokens: output };
  return { ...counted, cached_input_tokens: 0, cache_write_tokens: 0, reasoning_tokens: 0 };
}
