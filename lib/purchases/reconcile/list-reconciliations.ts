import { z } from "zod";
import type { Operator } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import { usdOfCents } from "../rules/cents";

/** A cent that was on one side only, as the run that found it wrote it down. */
const Found = z.object({
  kind: z.string(),
  id: z.string(),
  accountId: z.string().nullable(),
  stripeCents: z.string(),
  ledgerCents: z.string(),
  isCertain: z.boolean(),
  whatToDo: z.string(),
});

export interface ReconciliationView {
  id: string;
  startedAt: string;
  /** Null while it runs, or when its process died. */
  endedAt: string | null;
  since: string;
  paymentsSeen: number;
  /** What was left of the money that arrived, after refunds and disputes: decimal US dollars. */
  stripeUsd: string;
  ledgerUsd: string;
  repaired: number;
  differences: {
    kind: string;
    id: string;
    accountId: string | null;
    stripeUsd: string;
    ledgerUsd: string;
    isCertain: boolean;
    whatToDo: string;
  }[];
  /** Why it was cut short, if it was. */
  error: string;
}

const MOST = 50;

/** The newest runs of reconciliation, for operators; at most 50. */
export async function listReconciliations(_operator: Operator): Promise<ReconciliationView[]> {
  const runs = await prisma().reconciliation.findMany({ orderBy: { startedAt: "desc" }, take: MOST });
  return runs.map((run) => ({
    id: run.id,
    startedAt: run.startedAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
    since: run.checkedFrom.toISOString(),
    paymentsSeen: run.paymentsSeen,
    stripeUsd: usdOfCents(run.stripeCents),
    ledgerUsd: usdOfCents(run.ledgerCents),
    repaired: run.repaired,
    differences: z
      .array(Found)
      .parse(run.differences)
      .map(({ stripeCents, ledgerCents, ...rest }) => ({
        ...rest,
        stripeUsd: usdOfCents(BigInt(stripeCents)),
        ledgerUsd: usdOfCents(BigInt(ledgerCents)),
      })),
    error: run.error,
  }));
}
