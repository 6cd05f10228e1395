import { readInAccount } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import type { Unit } from "@/lib/values/ids";
import { invalid } from "@/lib/values/refusal";
import { holdOf } from "./records";
import { type HoldRecord, READ_OPEN_HOLDS } from "./statements/holds";
import type { Hold } from "./types";

/**
 * What is held of a wallet: its open reservations, newest first. The amounts of all of them are its `held`. What was paid for in advance is charged already, and no
 * part of it. It goes on behind the hold `before`, also where that has ended. @throws Refusal `invalid_request` for one that is none of this wallet's
 */
export async function listOpenHolds(
  { accountId }: Context,
  { unit, before = null, limit }: { unit: Unit; before?: string | null; limit: number },
): Promise<Hold[]> {
  const rows = await readInAccount(accountId, async (sql) => {
    if (before !== null) {
      const known = await sql.query(
        "SELECT id FROM holds WHERE account_id = $1::uuid AND id = $2::uuid AND unit = $3::wallet_unit",
        [accountId, before, unit],
      );
      if (known.length === 0) throw invalid("before", "is the id of the last hold of the page before");
    }
    return sql.query<HoldRecord>(READ_OPEN_HOLDS, [accountId, unit, before, limit]);
  });
  return rows.map(holdOf);
}
