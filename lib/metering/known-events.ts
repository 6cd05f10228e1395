import { readInAccount } from "@/lib/db/transaction";
import { transactionId, type Unit } from "@/lib/values/ids";
import { nano } from "@/lib/values/money";
import { formatAmount } from "./rules/price";

export interface KnownCharge {
  charge: string;
  unit: Unit;
  transactionId: string | null;
  fingerprint: Buffer;
}

/** What is already charged of these ids. */
export async function findKnownEvents(
  accountId: string,
  ids: readonly string[],
): Promise<Map<string, KnownCharge>> {
  const rows = await readInAccount(accountId, (sql) =>
    sql.query<{ id: string; unit: Unit; charge: bigint; seq: bigint | null; fingerprint: Buffer }>(
      "SELECT id, unit::text AS unit, charge, seq, fingerprint FROM usage_events WHERE account_id = $1::uuid AND id = ANY ($2::text[])",
      [accountId, ids],
    ),
  );
  return new Map(
    rows.map(({ id, unit, charge, seq, fingerprint }) => [
      id,
      {
        charge: formatAmount(unit, nano(charge)),
        unit,
        transactionId: seq === null ? null : transactionId({ accountId, unit, seq }),
        fingerprint,
      },
    ]),
  );
}
