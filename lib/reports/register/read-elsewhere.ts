import { accountsInTurn } from "@/lib/accounts/accounts-in-turn";
import { readAcrossAccounts } from "@/lib/db/transaction";
import type { TransactionType } from "@/lib/ledger/types";
import { transactionId } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import { MOVEMENT } from "../liability/read-changes";
import { endOfMonth, monthAfter } from "../liability/rules/months";
import type { Month } from "../liability/rules/pools";

/** A row that sold credit, or took it back, for money that did not come through Stripe. */
export interface ElsewhereLine {
  at: Date;
  accountId: string;
  account: string;
  type: TransactionType;
  description: string;
  amount: Nano;
  transactionId: string;
}

interface Found {
  account_id: string;
  seq: bigint;
  created_at: Date;
  type: TransactionType;
  description: string;
  amount: Nano;
}

/** All rows of a month that the journal has as sold elsewhere, over all accounts, newest first. */
export function readElsewhere(month: Month): Promise<ElsewhereLine[]> {
  const days = [`${month}-01`, `${monthAfter(month)}-01`];
  const moments = [new Date(`${month}-01T00:00:00.000Z`), endOfMonth(month)];
  return readAcrossAccounts(async (sql) => {
    const lines: ElsewhereLine[] = [];
    for await (const accounts of accountsInTurn(sql)) {
      const names = new Map(accounts.map(({ id, name }) => [id, name]));
      const found = await sql.query<Found>(ELSEWHERE, [[...names.keys()], ...days, ...moments]);
      for (const { account_id: accountId, seq, created_at: at, ...row } of found)
        lines.push({
          ...{ ...row, at, accountId, account: names.get(accountId) ?? "" },
          transactionId: transactionId({ accountId, unit: "credit", seq }),
        });
    }
    return lines.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  });
}

// The rollup by day names the few rows that can be of this kind.
const ELSEWHERE = `
SELECT t.account_id, t.seq, t.created_at, t.type::text AS type, t.description, t.amount
FROM wallet_days d
JOIN transactions t ON t.account_id = d.account_id AND t.unit = d.unit AND t.seq BETWEEN d.first_seq AND d.last_seq AND t.type = d.type AND t.type <> 'spend'
WHERE d.account_id = ANY ($1::uuid[]) AND d.unit = 'credit' AND d.day >= $2::date AND d.day < $3::date
  AND d.type IN ('topup', 'auto_recharge', 'contract_grant', 'dispute', 'refund')
  AND t.created_at >= $4 AND t.created_at < $5 AND ${MOVEMENT} = 'elsewhere'`;
