import { stringify } from "lossless-json";
import type { Call } from "../server/answer-call";
import { usageOf } from "../server/usage-view";
import { beginGeneration } from "../store/begin-generation";
import type { Generation } from "../store/generation";
import { type Planned, plan } from "./plan";
import { promptTokensOf } from "./prompt-tokens";
import type { ChatRequest } from "./schema";
import { streamChat } from "./stream-chat";

/** `POST /v1/chat/completions` */
export async function answerChat(call: Call<ChatRequest>): Promise<void> {
  const { sandbox, body, key } = call;
  const { model } = body;
  const prompt = promptTokensOf(body);
  const streamed = body.stream === true;
  const most = body.max_completion_tokens ?? body.max_tokens ?? 0;
  const about = { key, model, kind: "chat", streamed, promptTokens: prompt.length, cachedTokens: 0 } as const;
  const begun = beginGeneration(about, most);
  const generation = { ...begun, cachedTokens: sandbox.prefixes.learn(key, model, prompt) };
  const planned = plan(body);
  if (streamed && call.fault?.kind !== "drop_after") await streamChat(call, generation, planned);
  else await answerWhole(call, generation, planned);
}

/** All at once. It is generated to its end whether or not the caller waits for it, and billed. */
async function answerWhole(
  { sandbox, body, connection, fault }: Call<ChatRequest>,
  generation: Generation,
  planned: readonly Planned[],
): Promise<void> {
  const reasoningTokens = total(planned.map(({ thoughts }) => thoughts.length));
  const completionTokens = reasoningTokens + total(planned.map(({ pieces }) => pieces.length));
  const finishReason = planned[0]?.finishReason ?? null;
  const takesMs = completionTokens * (fault?.kind === "slow" ? (fault.ms ?? 20) : sandbox.tokenMs);
  // The time that it takes belongs to it, so it is billed before anybody waits.
  const endedAt = new Date(Date.parse(generation.startedAt) + takesMs).toISOString();
  const made: Generation = {
    ...generation,
    completionTokens,
    reasoningTokens,
    state: "finished",
    finishReason,
    endedAt,
  };
  sandbox.generations.add(made);
  await connection.wait(takesMs);
  if (fault?.kind === "drop_after") return connection.break();
  const withUsage = fault?.kind !== "no_usage";
  const text = stringify({
    id: made.id,
    object: "chat.completion",
    created: Math.floor(Date.parse(made.startedAt) / 1000),
    model: made.model,
    provider: "sandbox",
    choices: planned.map((choice, index) => choiceOf(body, choice, index)),
    ...(withUsage ? { usage: usageOf(made, body.usage?.include === true) } : {}),
  });
  const sent = fault?.kind === "malformed" ? text?.slice(0, text.length / 2) : text;
  connection.begin(200, { "content-type": "application/json", "x-generation-id": made.id });
  connection.end(sent);
}

function choiceOf(body: ChatRequest, { thoughts, pieces, finishReason }: Planned, index: number): object {
  const shown = thoughts.length > 0 && body.reasoning?.exclude !== true;
  const reasoning = shown ? { reasoning: thoughts.join("") } : {};
  const message = { role: "assistant", content: pieces.join(""), refusal: null, ...reasoning };
  return { index, message, logprobs: null, finish_reason: finishReason };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
