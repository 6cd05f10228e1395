import { audit } from "@/lib/accounts/audit";
import { inAccount } from "@/lib/db/transaction";
import { type Grant, grantPosting } from "@/lib/ledger/grant-credit";
import { isPosted } from "@/lib/ledger/is-posted";
import { postedOf, postWithin } from "@/lib/ledger/post";
import { rowOf } from "@/lib/ledger/row";
import { SIGNS, signFits } from "@/lib/ledger/rules/signs";
import type { Posting, TransactionRow, TransactionType } from "@/lib/ledger/types";
import { type Context, requirePermission } from "@/lib/values/context";
import { invalid, Refusal } from "@/lib/values/refusal";
import { amountOf } from "./amount-of";
import type { NewTransaction } from "./schema-ledger";

const GRANTS = new Set<TransactionType>(["topup", "auto_recharge", "bonus", "contract_grant", "bonus_grant"]);

/** Rows of operators refer so to what they decided; nightly verification holds them against it. */
const OF_OPERATORS = new Set(["correction", "grant", "re_rate"]);

/**
 * Writes a ledger row that a platform decides on: a grant, a correction, or a row of any type when an account moves in from another
 * billing system. The key makes it happen once. In the audit log if and only if it happened.
 * @throws Refusal `forbidden` for any but platform keys, `invalid_request` naming the field, `idempotency_mismatch`
 */
export async function postTransaction(
  ctx: Context,
  request: NewTransaction,
  key: string | null,
): Promise<TransactionRow> {
  requirePermission(ctx, "ledger:write");
  if (ctx.actor.kind === "key" && !ctx.actor.platform)
    throw new Refusal("forbidden", "Only a platform key writes to the ledger.");
  if (key === null)
    throw invalid("Idempotency-Key", "is required: it makes sure that the row is written once");
  const posting = postingOf(ctx, request, key);
  return inAccount(ctx.accountId, async (tx) => {
    // A repeated request may come after the grant's time: it is no fault then, it has its answer.
    if (isPast(request.expires_at) && !(await isPosted(tx, ctx.accountId, posting.idempotencyKey)))
      throw invalid("expires_at", "is not in the future");
    const [outcome] = await postWithin(tx, [posting]);
    const { transactions, replayed } = postedOf(outcome);
    const [row] = transactions;
    if (!row) throw new Error("a row was posted without a row");
    const view = rowOf(row);
    if (!replayed) {
      const { id, type, amount, unit, description } = view;
      await audit(tx, ctx, {
        action: "transaction.posted",
        subjectType: "transaction",
        subjectId: id,
        details: { type, amount, unit, description },
      });
    }
    return view;
  });
}

function postingOf(ctx: Context, request: NewTransaction, key: string): Posting {
  const { type, unit, description, expires_at, ref_type, ref_id } = request;
  const amount = amountOf(request.amount, unit);
  if (!signFits(type, amount)) {
    throw invalid(
      "amount",
      `is ${amount > 0n ? "positive" : "negative"}, and a ${type} ${SIGNS[type] === "+" ? "adds" : "takes"} credit`,
    );
  }
  const expiresAt = expires_at === undefined ? null : new Date(expires_at);
  if (expiresAt && !isGrant(type))
    throw invalid(
      "expires_at",
      "is for grants only: topup, auto_recharge, bonus, contract_grant, bonus_grant",
    );
  if (type === "admin_correction" && ref_type !== undefined && OF_OPERATORS.has(ref_type))
    throw invalid("ref_type", "is kept for what operators decide: name your own reference otherwise");
  const reference = {
    ...(ref_type !== undefined && { refType: ref_type }),
    ...(ref_id !== undefined && { refId: ref_id }),
  };
  const source = type === "admin_correction" ? "admin_correction" : "api";
  const common = { description, source, ...reference } as const;
  const idempotencyKey = `api:${key}`;
  if (isGrant(type))
    return grantPosting({
      accountId: ctx.accountId,
      unit,
      type,
      amount,
      expiresAt,
      idempotencyKey,
      ...common,
    });
  return {
    accountId: ctx.accountId,
    unit,
    idempotencyKey,
    floor: null,
    entries: [{ type, amount, ...common }],
  };
}

function isPast(time: string | undefined): boolean {
  return time !== undefined && Date.parse(time) <= Date.now();
}

function isGrant(type: TransactionType): type is Grant["type"] {
  return GRANTS.has(type);
}
