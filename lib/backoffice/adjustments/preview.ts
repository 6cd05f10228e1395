import type { Operator } from "@/lib/accounts/operator";
import { contextOfOperator } from "@/lib/accounts/operator";
import { readAccount } from "@/lib/accounts/read-account";
import { readInAccount } from "@/lib/db/transaction";
import { formatAmount } from "@/lib/ledger/row";
import { readWallets } from "@/lib/ledger/wallets";
import { amountOf } from "@/lib/metering/amount-of";
import { creditValueOf } from "@/lib/metering/credit-value";
import { worthOf } from "@/lib/metering/rules/worth";
import type { Unit } from "@/lib/values/ids";
import { add } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";
import { MAX_NANO } from "@/lib/values/money";
import { formatUsd } from "@/lib/values/usd";
import { othersAbout, readNamed } from "./others";
import type { Named } from "./rules/named";
import type { Other } from "./rules/seen";

/** What an amount would do to a balance as it is now. Decimal strings; dollars of credit alone. */
export interface AmountPreview {
  accountName: string;
  unit: Unit;
  balance: string;
  amount: string;
  after: string;
  amountUsd: string | null;
  /** What else puts the same row right, or did. */
  others: Other[];
  /** The row that it puts right; null where it names none. */
  named: Named | null;
}

/** Adds it up, and writes nothing. @throws Refusal `not_found`, `out_of_range` */
export async function previewAmount(
  operator: Operator,
  {
    accountId,
    unit,
    amount,
    corrects = "",
  }: { accountId: string; unit: Unit; amount: string; corrects?: string },
): Promise<AmountPreview> {
  const ctx = contextOfOperator(operator, accountId);
  const { name } = await readAccount(ctx);
  const [{ [unit]: wallet }, value] = await Promise.all([readWallets(ctx), creditValueOf(accountId)]);
  const change = amountOf(amount, unit);
  const after = add(wallet.balance, change);
  if (after > MAX_NANO || after < -MAX_NANO)
    throw new Refusal("out_of_range", "The balance would leave the range that the ledger can hold.");
  const [others, named] = await readInAccount(accountId, async (sql) => [
    await othersAbout(sql, { accountId, corrects }),
    await readNamed(sql, { accountId, unit, corrects }),
  ]);
  return {
    ...{ accountName: name, unit, others, named },
    balance: formatAmount(wallet.balance, unit),
    amount: formatAmount(change, unit),
    after: formatAmount(after, unit),
    amountUsd: unit === "credit" ? formatUsd(worthOf(change, value)) : null,
  };
}
