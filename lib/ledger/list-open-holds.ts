import { readInAccount } from "@/lib/db/transaction";
import type { Context } from "@/lib/values/context";
import type { Unit } from "@/lib/values/ids";
import { holdOf } from "./records";
import { type HoldRecord, READ_OPEN_HOLDS } from "./statements/holds";
import type { Hold } from "./types";

/** What is held of a wallet: its open reservations, newest first. The amounts of all of them are its `held`. What was paid for in advance is charged already, and no part of it. */
export async function listOpenHolds(
  { accountId }: Context,
  { unit, before = null, limit }: { unit: Unit; before?: string | null; limit: number },
): Promise<Hold[]> {
  const rows = await readInAccount(accountId, (sql) =>
    sql.query<HoldRecord>(READ_OPEN_HOLDS, [accountId, unit, before, limit]),
  );
  return rows.map(holdOf);
}
