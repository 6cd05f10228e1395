import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import { acrossAccounts } from "@/lib/db/transaction";
import { creditValueOf } from "@/lib/metering/credit-value";
import { createContract } from "@/lib/purchases/contracts/create-contract";
import { creditBeyondPrice } from "@/lib/purchases/contracts/rules/beyond-price";
import type { NewContract } from "@/lib/purchases/schema";
import { nano } from "@/lib/values/money";
import { countGift } from "./count-gift";
import { lockOperator } from "./daily-limit";

/**
 * Writes down a contract. What it gives beyond what its price buys counts against what its operator may move on a day.
 * @throws Refusal as `createContract` does, and `forbidden` for more than they have left
 */
export async function giveContract(operator: Operator, contract: NewContract): Promise<string> {
  const { accountId, requestKey: id } = contract;
  const creditValue = await creditValueOf(accountId);
  await acrossAccounts(async (tx) => {
    await lockOperator(tx, operator);
    if (!(await createContract(tx, contextOfOperator(operator, accountId), contract))) return;
    const beyond = contract.invoices.reduce((sum, part) => sum + creditBeyondPrice(part, creditValue), 0n);
    await countGift(tx, operator, { accountId, kind: "contract", amount: nano(beyond) });
  });
  return id;
}
