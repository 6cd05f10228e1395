import { auditOperator } from "@/lib/accounts/audit-operator";
import type { Operator } from "@/lib/accounts/operator";
import type { StripeEventStatus } from "@/lib/db/generated/client";
import { prisma } from "@/lib/db/client";
import { acrossAccounts } from "@/lib/db/transaction";
import { notFound } from "@/lib/values/refusal";
import { enqueueEvent } from "./receive-event";

/** An event of Stripe as operators see it. */
export interface StripeEventRow {
  id: string;
  type: string;
  objectId: string;
  accountId: string | null;
  status: StripeEventStatus;
  attempts: number;
  outcome: string;
  livemode: boolean;
  createdAt: string;
  receivedAt: string;
  settledAt: string | null;
}

const PAGE = 50;

/** The events that Stripe has sent, newest first, a page at a time; `before` is the last id of the page before. */
export async function listStripeEvents(
  _operator: Operator,
  { status, before }: { status?: StripeEventStatus | undefined; before?: string | undefined } = {},
): Promise<{ rows: StripeEventRow[]; next: string | null }> {
  const cursor =
    before === undefined ? null : await prisma().stripeEvent.findUnique({ where: { id: before } });
  const found = await prisma().stripeEvent.findMany({
    where: {
      ...(status && { status }),
      ...(cursor && {
        OR: [
          { receivedAt: { lt: cursor.receivedAt } },
          { receivedAt: cursor.receivedAt, id: { gt: cursor.id } },
        ],
      }),
    },
    orderBy: [{ receivedAt: "desc" }, { id: "asc" }],
    take: PAGE + 1,
    omit: { payload: true },
  });
  const rows = found.slice(0, PAGE).map(({ createdAt, receivedAt, settledAt, ...event }) => ({
    ...event,
    createdAt: createdAt.toISOString(),
    receivedAt: receivedAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  }));
  return { rows, next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null };
}

/** Has an event applied once more: harmless, and what mends one that failed. @throws Refusal `not_found` */
export async function replayStripeEvent(operator: Operator, { id }: { id: string }): Promise<void> {
  await acrossAccounts(async (tx) => {
    const { count } = await tx.stripeEvent.updateMany({
      where: { id },
      data: { status: "received", settledAt: null },
    });
    if (count === 0) throw notFound("event");
    await enqueueEvent(tx, id);
    await auditOperator(tx, operator, { action: "stripe_event.replayed", target: `stripe_event:${id}` });
  });
}
