import { newId } from "@/lib/values/ids";
import { z } from "zod";
import type { Client } from "./client";
import { type Acknowledged, refusal } from "./told";

const HOUR_MS = 3_600_000;

/** What ran out of credit was interrupted by the worker in between. */
const EXPECTED = ["conflict", "unprocessable"];

const Instance = z.object({ id: z.string(), status: z.string() });

/**
 * Starts something that has run for some hours already, so that the worker has cycles to turn; extends or scales it now and then; stops it, lets it
 * fail, or leaves it to the worker.
 */
export async function runInstance(client: Client, accountId: string, told: Acknowledged): Promise<void> {
  const { chance } = client;
  const startedAt = new Date(Date.now() - chance.between(0, 6) * HOUR_MS).toISOString();
  const fixed = chance.next() < 0.5;
  const id = newId();
  const started = await client.send(accountId, "/api/v1/instances", newId(), {
    id,
    started_at: startedAt,
    ...(fixed
      ? { kind: "custom_script", mode: "fixed", hardware: "cpu-small", hours: String(chance.between(1, 8)) }
      : { kind: "guardrail", vcpus: "2", memory_gb: "4", cycle_hours: 1 }),
  });
  if (refusal(started, told, EXPECTED)) return;
  if (Instance.parse(started.body).id !== id) told.conflicts.push(`instance ${id} was answered as another`);
  const call = (verb: string, body: object) =>
    client.send(accountId, `/api/v1/instances/${id}/${verb}`, newId(), body);
  if (chance.next() < 0.3)
    refusal(
      await (fixed ? call("extend", { hours: "1" }) : call("replicas", { replicas: 2 })),
      told,
      EXPECTED,
    );
  const end = chance.pick([
    [() => call("stop", {}), 6],
    [() => call("fail", { reason: "chaos" }), 1],
    [null, 3],
  ] as [(() => ReturnType<typeof call>) | null, number][]);
  if (end) refusal(await end(), told, EXPECTED);
}
