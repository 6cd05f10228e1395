import { stringify } from "lossless-json";
import type { Call } from "../server/answer-call";
import { usageOf } from "../server/usage-view";
import type { Generation } from "../store/generation";
import type { Planned } from "./plan";
import type { ChatRequest } from "./schema";

const BREAKING = new Set<string>(["cut_after", "stall_after", "error_after"]);
const LONGEST_MS = 600_000;

interface Step {
  index: number;
  isThought: boolean;
  text: string;
}

/**
 * Streams answers, one token in each delta, each written down before it is sent. Who goes away ends it, and is billed for
 * what was sent until then.
 */
export async function streamChat(
  call: Call<ChatRequest>,
  generation: Generation,
  planned: readonly Planned[],
): Promise<void> {
  const { sandbox, body, connection, fault } = call;
  const { id } = generation;
  const chunks = chunksOf(generation, body);
  const paceMs = fault?.kind === "slow" ? (fault.ms ?? 20) : sandbox.tokenMs;
  const breaksAt = fault && BREAKING.has(fault.kind) ? fault.chunks : Infinity;
  const isMalformed = fault?.kind === "malformed";
  sandbox.generations.add(generation);
  connection.begin(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-cache",
    "x-generation-id": id,
  });
  for (const [index] of planned.entries()) await connection.send(chunks.opening(index));
  let sent = 0;
  for (const step of stepsOf(planned)) {
    if (sent >= breaksAt) break;
    await connection.wait(paceMs);
    if (!connection.isOpen) return sandbox.generations.end(id, "cut", null);
    sandbox.generations.addToken(id, step.isThought);
    await connection.send(isMalformed && sent === 2 ? `data: {"id":"${id}","choi\n\n` : chunks.step(step));
    sent += 1;
  }
  if (breaksAt < Infinity) {
    if (fault?.kind === "stall_after") await connection.wait(fault.ms ?? LONGEST_MS);
    sandbox.generations.end(id, "cut", null);
    if (fault?.kind === "error_after") connection.end(chunks.error());
    else connection.break();
    return;
  }
  sandbox.generations.end(id, "finished", planned[0]?.finishReason ?? null);
  for (const [index, { finishReason }] of planned.entries())
    await connection.send(chunks.finish(index, finishReason));
  const made = sandbox.generations.find(id);
  if (made && asksForUsage(body) && fault?.kind !== "no_usage") await connection.send(chunks.usage(made));
  connection.end("data: [DONE]\n\n");
}

/** Answers take turns, as they do when they are generated side by side. */
function* stepsOf(planned: readonly Planned[]): Generator<Step> {
  const all = planned.map(({ thoughts, pieces }, index) => [
    ...thoughts.map((text) => ({ index, isThought: true, text })),
    ...pieces.map((text) => ({ index, isThought: false, text })),
  ]);
  const longest = Math.max(...all.map(({ length }) => length));
  for (let at = 0; at < longest; at++) {
    for (const steps of all) {
      const step = steps[at];
      if (step) yield step;
    }
  }
}

function asksForUsage({ stream_options: options, usage }: ChatRequest): boolean {
  return options?.include_usage === true || usage?.include === true;
}

function chunksOf({ id, model, startedAt }: Generation, body: ChatRequest) {
  const created = Math.floor(Date.parse(startedAt) / 1000);
  const chunk = (choices: readonly object[], more: object = {}) =>
    `data: ${stringify({ id, object: "chat.completion.chunk", created, model, provider: "sandbox", choices, ...more })}\n\n`;
  const one = (index: number, delta: object, reason: string | null = null) =>
    chunk([{ index, delta, logprobs: null, finish_reason: reason }]);
  return {
    opening: (index: number) => one(index, { role: "assistant", content: "" }),
    step: ({ index, isThought, text }: Step) => {
      if (!isThought) return one(index, { content: text });
      // A thought that is not shown keeps the connection alive, as OpenRouter's comments do.
      return body.reasoning?.exclude === true ? ": PROCESSING\n\n" : one(index, { reasoning: text });
    },
    finish: (index: number, reason: string) => one(index, {}, reason),
    usage: (made: Generation) => chunk([], { usage: usageOf(made, body.usage?.include === true) }),
    error: () =>
      chunk([{ index: 0, delta: { content: "" }, finish_reason: "error" }], {
        error: { code: 502, message: "The provider was disconnected." },
      }),
  };
}
