import { column } from "@/lib/db/column";
import { sqlOf, type Tx } from "@/lib/db/transaction";
import { UNITS } from "@/lib/values/ids";
import { genesisHash } from "./rules/hash";

/** Gives a new account its wallets, empty, each at the start of its chain; their time begins now, or earlier for a history that is brought over. Harmless when they exist. */
export async function openWallets(tx: Tx, accountId: string, at: Date | null = null): Promise<void> {
  await sqlOf(tx).query(
    `INSERT INTO wallets (account_id, unit, hash, created_at, last_posted_at)
     SELECT $1::uuid, w.*, coalesce($4::timestamptz, now()), coalesce($4::timestamptz, now())
     FROM unnest($2::wallet_unit[], $3::bytea[]) w ON CONFLICT DO NOTHING`,
    [accountId, column(UNITS), column(UNITS.map((unit) => genesisHash(accountId, unit))), at],
  );
}
