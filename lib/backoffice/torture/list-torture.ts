import type { Operator } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import type { RoundResult } from "./run-torture";
import { Rounds } from "./schema";

/** A run of the torture test. */
export interface TortureView {
  id: string;
  seed: string;
  startedAt: string;
  startedBy: string;
  endedAt: string | null;
  events: number;
  deliveries: number;
  rounds: RoundResult[];
  error: string;
}

/** The newest runs; at most 20. */
export async function listTorture(_operator: Operator): Promise<TortureView[]> {
  const runs = await prisma().tortureRun.findMany({ orderBy: { startedAt: "desc" }, take: 20 });
  return runs.map(({ seed, startedAt, endedAt, rounds, ...run }) => ({
    ...run,
    seed: seed.toString(),
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    rounds: Rounds.parse(rounds),
  }));
}
