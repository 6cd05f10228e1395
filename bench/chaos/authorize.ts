import { newId } from "@/lib/values/ids";
import { z } from "zod";
import type { Answer, Client } from "./client";
import type { Limits } from "./limits";
import { type Acknowledged, keep, refusal } from "./told";

const Hold = z.object({
  id: z.string(),
  transactions: z.array(z.object({ id: z.string(), amount: z.string() })),
});

/**
 * Holds credit for an amount or for operations, extends it now and then, and captures less, all or more of it, releases it, or leaves it to expire;
 * sometimes two ends race.
 */
export async function authorize(
  client: Client,
  accountId: string,
  told: Acknowledged,
  limits: Limits,
): Promise<void> {
  const { chance } = client;
  const limit = limits.of(accountId, chance, 0.4);
  const capped = Object.keys(limit).length > 0;
  const job = chance.next() < 0.5 ? amountJob(client, capped) : operationJob(client);
  const opened = await client.send(accountId, "/api/v1/authorizations", newId(), {
    ...job.ask,
    expires_in: chance.between(1, 60),
    ...limit,
  });
  if (refusal(opened, told)) return;
  const { id } = Hold.parse(opened.body);
  const call = (verb: string, body: object) =>
    client.send(accountId, `/api/v1/authorizations/${id}/${verb}`, newId(), body);
  if (chance.next() < 0.2) refusal(await call("extend", { expires_in: chance.between(1, 60) }), told);
  const capture = () => call("capture", job.used);
  const release = () => call("release", {});
  const ends = chance.pick([
    [[capture], 6],
    [[release], 2],
    [[capture, release], 1],
    [[], 1],
  ] as [(() => Promise<Answer>)[], number][]);
  const answers = await Promise.all(ends.map((end) => end()));
  if (answers.filter(({ status }) => status < 300).length > 1)
    told.conflicts.push(`hold ${id} was ended twice`);
  for (const answer of answers)
    if (!refusal(answer, told)) Hold.parse(answer.body).transactions.forEach((row) => keep(row, told));
}

interface Job {
  ask: object;
  used: object;
}

/** What has a limit is never captured above its hold, so that the budget's sum can be held against its limit at every moment. */
function amountJob({ chance }: Client, capped: boolean): Job {
  const held = chance.between(1, 8);
  const amount = chance.pick([
    [`${chance.between(0, held - 1)}.5`, 6],
    [String(held), 2],
    [String(held + 1), capped ? 0 : 1],
  ]);
  return { ask: { amount: String(held) }, used: { amount } };
}

function operationJob({ chance }: Client): Job {
  const model = chance.pick([
    ["gpt-4o", 1],
    ["gpt-4o-mini", 1],
  ]);
  const most = { input: chance.between(1, 40_000), output: chance.between(1, 9_000) };
  return {
    ask: {
      operations: [{ model, operation: "chat", input_tokens: most.input, max_output_tokens: most.output }],
    },
    used: {
      usage: { input_tokens: chance.between(0, most.input), output_tokens: chance.between(0, most.output) },
    },
  };
}
