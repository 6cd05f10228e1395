import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import { acrossAccounts, sqlOf } from "@/lib/db/transaction";
import { writeCreditPolicy } from "@/lib/deployments/credit-policy";
import { nano, parseCredits } from "@/lib/values/money";
import { notFound } from "@/lib/values/refusal";
import { countGift } from "./count-gift";
import { lockOperator } from "./daily-limit";

/**
 * Sets how far an account may go. What a lower negative limit lends counts against what the operator may move on a day.
 * @throws Refusal `not_found`, and `forbidden` for more than they have left
 */
export async function setLimits(
  operator: Operator,
  { accountId, ...policy }: { accountId: string; low_limit: string; negative_limit: string },
): Promise<void> {
  await acrossAccounts(async (tx) => {
    await lockOperator(tx, operator);
    const [before] = await sqlOf(tx).query<{ negative_limit: bigint }>(
      "SELECT negative_limit FROM accounts WHERE id = $1::uuid FOR NO KEY UPDATE",
      [accountId],
    );
    if (!before) throw notFound("account");
    const amount = nano(before.negative_limit - parseCredits(policy.negative_limit));
    await countGift(tx, operator, { accountId, kind: "negative_limit", amount });
    await writeCreditPolicy(tx, contextOfOperator(operator, accountId), policy);
  });
}
