import type { Operator } from "@/lib/accounts/operator";
import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import { requireRoom } from "./daily-limit";

/** What one operator gives away without a second one. */
export interface Gift {
  accountId: string;
  kind: "contract" | "negative_limit";
  amount: Nano;
}

/**
 * Counts what an operator gives away against what they may move on a day. The transaction holds the operator's lock and sees every account.
 * @throws Refusal `forbidden` for more than they have left
 */
export async function countGift(
  tx: Tx,
  operator: Operator,
  { accountId, kind, amount }: Gift,
): Promise<void> {
  if (amount <= 0n) return;
  await requireRoom(tx, operator, "proposed", { unit: "credit", size: amount, what: WORDS[kind] });
  const operatorId = operator.actor.userId;
  await tx.operatorGift.create({ data: { accountId, id: newId(), operatorId, kind, amount } });
}

const WORDS: Readonly<Record<Gift["kind"], string>> = {
  contract: "credit beyond what the contract's price buys",
  negative_limit: "credit that a lower limit lends",
};
