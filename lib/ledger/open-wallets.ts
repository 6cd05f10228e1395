import { column } from "@/lib/db/column";
import { sqlOf, type Tx } from "@/lib/db/transaction";
import { UNITS } from "@/lib/values/ids";
import { genesisHash } from "./rules/hash";

/** Gives a new account its wallets, empty, each at the start of its chain. Harmless when they exist. */
export async function openWallets(tx: Tx, accountId: string): Promise<void> {
  await sqlOf(tx).query(
    `INSERT INTO wallets (account_id, unit, hash) SELECT $1::uuid, * FROM unnest($2::wallet_unit[], $3::bytea[]) ON CONFLICT DO NOTHING`,
    [accountId, column(UNITS), column(UNITS.map((unit) => genesisHash(accountId, unit)))],
  );
}
