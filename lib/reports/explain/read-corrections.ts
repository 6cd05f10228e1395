import { readInAccount } from "@/lib/db/transaction";
import { transactionOf } from "@/lib/ledger/records";
import { rowOf } from "@/lib/ledger/row";
import { TRANSACTION_COLUMNS, type TransactionRecord } from "@/lib/ledger/statements/transactions";
import type { TransactionRow } from "@/lib/ledger/types";
import { type Context, requirePermission } from "@/lib/values/context";

/** What was posted to put a row right; for a correction the row that it names. */
export async function readCorrections(
  ctx: Context,
  { id, unit, ref_type, ref_id }: Pick<TransactionRow, "id" | "unit" | "ref_type" | "ref_id">,
): Promise<TransactionRow[]> {
  requirePermission(ctx, "ledger:read");
  const [statement, named] = ref_type === "correction" ? [CORRECTED, ref_id] : [CORRECTIONS, id];
  const rows = await readInAccount(ctx.accountId, (sql) =>
    sql.query<TransactionRecord>(statement, [ctx.accountId, unit, named]),
  );
  return rows.map(transactionOf).map(rowOf);
}

// By the id that operators named the row by.
const CORRECTIONS = `
SELECT ${TRANSACTION_COLUMNS} FROM adjustments a
JOIN transactions t ON t.account_id = a.account_id AND t.unit = a.unit AND t.seq = a.posted_seq
WHERE a.account_id = $1 AND a.unit = $2::wallet_unit AND a.corrects = $3 AND a.status = 'posted'`;

// Ids are made of an account, a wallet and a row.
const CORRECTED = `
SELECT ${TRANSACTION_COLUMNS} FROM adjustments a
JOIN transactions t ON t.account_id = a.account_id AND t.unit = a.unit AND t.seq = substring(a.corrects FROM '[ct]([0-9]{1,18})$')::bigint
WHERE a.account_id = $1 AND a.unit = $2::wallet_unit AND a.id::text = $3 AND a.corrects <> ''`;
