import { accountsInTurn } from "@/lib/accounts/accounts-in-turn";
import { readAcrossAccounts } from "@/lib/db/transaction";
import type { TransactionType } from "@/lib/ledger/types";
import { transactionId } from "@/lib/values/ids";
import type { Nano } from "@/lib/values/money";
import { MOVEMENT } from "../liability/read-changes";
import { daysOf, MONEY, rowsOfMonth } from "../liability/rows-of-month";
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
  return readAcrossAccounts(async (sql) => {
    const lines: ElsewhereLine[] = [];
    for await (const accounts of accountsInTurn(sql)) {
      const names = new Map(accounts.map(({ id, name }) => [id, name]));
      const found = await sql.query<Found>(ELSEWHERE, [[...names.keys()], ...daysOf(month)]);
      for (const { account_id: accountId, seq, created_at: at, ...row } of found)
        lines.push({
          ...{ ...row, at, accountId, account: names.get(accountId) ?? "" },
          transactionId: transactionId({ accountId, unit: "credit", seq }),
        });
    }
    return lines.toSorted((one, other) => other.at.getTime() - one.at.getTime());
  });
}

const ELSEWHERE = `
SELECT t.account_id, t.seq, t.created_at, t.type::text AS type, t.description, t.amount FROM ${rowsOfMonth(MONEY)}
  AND ${MOVEMENT} = 'elsewhere'`;
