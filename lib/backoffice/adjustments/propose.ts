import { audit } from "@/lib/accounts/audit";
import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import type { Adjustment, AdjustmentKind } from "@/lib/db/generated/client";
import { acrossAccounts, type Tx, sqlOf } from "@/lib/db/transaction";
import { formatAmount } from "@/lib/ledger/row";
import { amountOf } from "@/lib/metering/amount-of";
import type { Unit } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import { invalid, notFound, Refusal } from "@/lib/values/refusal";
import { addDays, startOfDay, utcDay } from "@/lib/values/time";
import { lockOperator, requireRoom } from "../limits/daily-limit";
import { requireSeen, rowNamed } from "./others";
import type { NewCorrection, NewGrant } from "./schema";

/**
 * Proposes a correction, up or down. Nothing is posted until another operator approves it. Returns its id, the form's key.
 * @throws Refusal `not_found`, `forbidden` past the operator's limit of the day, `invalid_request` naming `corrects`, `conflict` where something else
 * puts the same row right and the form does not say that it was seen
 * @param at when it was proposed, for a history that is brought over; else it is now
 */
export async function proposeCorrection(
  operator: Operator,
  input: NewCorrection,
  at?: Date,
): Promise<string> {
  const { others, ...proposal } = input;
  const { unit, corrects } = proposal;
  return propose(operator, "correction", {
    ...proposal,
    amount: amountOf(input.amount, unit),
    expiresAt: null,
    at,
    check: async (tx) => {
      if (corrects !== "" && !(await rowNamed(sqlOf(tx), proposal)))
        throw invalid("corrects", "is no transaction of this account and wallet");
      await requireSeen(tx, { ...proposal, id: proposal.requestKey }, others);
    },
  });
}

/** Proposes promotional credit. @throws Refusal as above, `invalid_request` naming `expiresOn` */
export async function proposeGrant(operator: Operator, input: NewGrant, at?: Date): Promise<string> {
  const { expiresOn, ...grant } = input;
  if (expiresOn !== null && expiresOn < utcDay(at ?? new Date()))
    throw invalid("expiresOn", "lies in the past");
  return propose(operator, "grant", {
    ...grant,
    amount: amountOf(grant.amount, grant.unit),
    at,
    corrects: "",
    // The last day is a whole one.
    expiresAt: expiresOn === null ? null : startOfDay(addDays(expiresOn, 1)),
  });
}

interface Proposal {
  accountId: string;
  requestKey: string;
  unit: Unit;
  amount: Nano;
  reason: string;
  corrects: string;
  expiresAt: Date | null;
  at: Date | undefined;
  check?: (tx: Tx) => Promise<void>;
}

async function propose(
  operator: Operator,
  kind: AdjustmentKind,
  { requestKey: id, check, at, ...proposal }: Proposal,
): Promise<string> {
  const { accountId, unit, amount, reason } = proposal;
  // Across accounts: the limit counts what the operator has proposed for all of them.
  await acrossAccounts(async (tx) => {
    await lockOperator(tx, operator);
    const known = await tx.adjustment.findUnique({ where: { accountId_id: { accountId, id } } });
    if (known && isSame(known, { ...proposal, kind })) return;
    if (known)
      throw new Refusal(
        "conflict",
        "This form was sent already, and said something else then. Reload the page.",
      );
    if (!(await tx.account.findUnique({ where: { id: accountId } }))) throw notFound("account");
    await check?.(tx);
    const size = amount < 0n ? -amount : amount;
    await requireRoom(tx, operator, "proposed", { unit, size });
    const proposedBy = operator.actor.userId;
    await tx.adjustment.create({
      data: { ...proposal, id, kind, proposedBy, ...(at && { proposedAt: at }) },
    });
    await audit(tx, contextOfOperator(operator, accountId), {
      ...{ action: `${kind}.proposed`, subjectType: kind, subjectId: id, at },
      details: { unit, amount: formatAmount(amount, unit), reason },
    });
  });
  return id;
}

type Asked = Pick<Adjustment, "kind" | "unit" | "amount" | "reason" | "corrects" | "expiresAt">;

function isSame(known: Asked, asked: Asked): boolean {
  const told = ({ kind, unit, amount, reason, corrects, expiresAt }: Asked) =>
    JSON.stringify([kind, unit, amount.toString(), reason, corrects, expiresAt]);
  return told(known) === told(asked);
}
