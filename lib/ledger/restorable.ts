import { readInAccount } from "@/lib/db/transaction";
import type { Unit } from "@/lib/values/ids";
import { type Nano, nano } from "@/lib/values/money";
import type { Lot } from "./types";

interface BurnedRow {
  no: number;
  burned: string;
  paid: Nano;
  expires_at: Date | null;
}

/** What a row took from each grant, the last taken first: where a refund of the row puts credit back. */
export async function restorable(accountId: string, unit: Unit, seq: bigint): Promise<Lot[]> {
  const rows = await readInAccount(accountId, (sql) =>
    sql.query<BurnedRow>(
      `SELECT g.no, change.value ->> 1 AS burned, g.paid, g.expires_at
       FROM transactions t, jsonb_array_elements(t.lots) WITH ORDINALITY AS change (value, place)
       JOIN grants g ON g.account_id = $1 AND g.unit = $2::wallet_unit AND g.no = (change.value ->> 0)::int
       WHERE t.account_id = $1 AND t.unit = $2::wallet_unit AND t.seq = $3 ORDER BY change.place DESC`,
      [accountId, unit, seq],
    ),
  );
  return rows.map(({ no, burned, paid, expires_at }) => ({
    no,
    remaining: nano(-BigInt(burned)),
    paid: paid > 0n,
    expiresAt: expires_at,
  }));
}
