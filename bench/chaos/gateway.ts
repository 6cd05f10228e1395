import { setTimeout as wait } from "node:timers/promises";
import { createParser } from "eventsource-parser";
import { z } from "zod";
import { newId } from "@/lib/values/ids";
import type { Client } from "./client";
import type { Limits } from "./limits";
import { type Acknowledged, keep, refusal } from "./told";

const PATH = "/api/gateway/v1/chat/completions";
/** A call that stays in progress is left to the worker, who settles it. */
const PATIENCE_MS = 20_000;

const Answer = z.object({ id: z.string() });
const Charged = z.object({ charge: z.string(), transaction: z.string().nullable() });
const Chunk = z.object({ id: z.string().optional(), ecu: Charged.optional(), error: z.unknown().optional() });

/**
 * A chat with a model through the gateway, as a stream or whole. Streams break where a process is killed, and some callers leave in the middle; whole
 * answers are asked for again with the same key.
 */
export async function callModel(
  client: Client,
  accountId: string,
  told: Acknowledged,
  limits: Limits,
): Promise<void> {
  const { chance } = client;
  const limit = limits.of(accountId, chance, 0.3);
  const body = {
    model: chance.pick([
      ["openai/gpt-4o-mini", 2],
      ["openai/gpt-4o", 1],
    ]),
    messages: [{ role: "user", content: `Write ${chance.between(1, 60)} tokens about rivers.` }],
    max_tokens: chance.between(60, 2_000),
    metadata: limit,
  };
  if (chance.next() < 0.5) return stream(client, accountId, told, body);
  const answer = await client.send(accountId, PATH, newId(), body, PATIENCE_MS);
  if (answer === null) told.gateway.leftOpen += 1;
  else if (!refusal(answer, told, ["conflict"])) told.gateway.answered.add(Answer.parse(answer.body).id);
}

/** One try: a stream has no key under which it could be had again. */
async function stream(client: Client, accountId: string, told: Acknowledged, body: object): Promise<void> {
  const { chance } = client;
  const leavesAfter = chance.next() < 0.2 ? chance.between(1, 30) : Infinity;
  const leave = new AbortController();
  const parts: z.output<typeof Chunk>[] = [];
  let whole = false;
  const decoder = new TextDecoder();
  const parser = createParser({
    onEvent: ({ data }) => {
      if (data === "[DONE]") whole = true;
      else parts.push(Chunk.parse(JSON.parse(data)));
    },
  });
  try {
    const response = await client.fetch(
      accountId,
      PATH,
      { ...body, stream: true, stream_options: { include_usage: true } },
      { signal: AbortSignal.any([leave.signal, AbortSignal.timeout(15_000)]) },
    );
    if (!response.ok) {
      const answer = { status: response.status, body: await response.json() };
      if (answer.status < 500 && answer.status !== 429) refusal(answer, told);
      else told.gateway.cut += 1;
      return;
    }
    for await (const bytes of response.body ?? []) {
      parser.feed(decoder.decode(bytes, { stream: true }));
      if (parts.length < leavesAfter) continue;
      leave.abort();
      told.gateway.left += 1;
      return;
    }
  } catch {
    // Whatever runs there ran on without us, or died.
  }
  if (!whole) {
    told.gateway.cut += 1;
    return wait(100);
  }
  told.operations += 1;
  const [first] = parts;
  const charged = parts.find(({ ecu }) => ecu)?.ecu;
  if (first?.id) told.gateway.answered.add(first.id);
  if (charged?.transaction) keep({ id: charged.transaction, amount: `-${charged.charge}` }, told);
}
