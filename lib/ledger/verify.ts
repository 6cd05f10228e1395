import type pg from "pg";
import { NIL } from "uuid";
import { beginFor } from "@/lib/db/transaction";
import { UNITS } from "@/lib/values/ids";
import {
  ChainWalker,
  type Fault,
  ownerOf,
  type SealedRow,
  sealedStart,
  type WalletToVerify,
} from "./chain-walker";
import { genesisHash } from "./rules/hash";

export interface Verification {
  rows: number;
  wallets: number;
  faults: Fault[];
}

const SLICE = 20_000;

const WALLETS = `
SELECT account_id, unit, seq, balance, hash,
  (SELECT coalesce(string_agg(lot ->> 'no' || ':' || (lot ->> 'remaining'), ',' ORDER BY (lot ->> 'no')::int), '')
   FROM jsonb_array_elements(lots) AS lot) AS lots
FROM wallets WHERE ($1::uuid IS NULL OR account_id = $1) ORDER BY account_id, unit`;

// The database writes the sealed text itself (JSON without spaces, as the chain seals it), and the other core hashes it. One statement for all wallets, by the key
// of the table: most wallets of an installation are small, and one question for each would take longer than their rows.
const rowsAfter = (accounts: string) => `
SELECT '["' || account_id || '","' || unit || '","' || seq || '","' || to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || '","' || type || '","' || amount || '","' || balance_after || '",' || to_json(description) || ',"' || source || '",'
    || coalesce(to_json(ref_type)::text, 'null') || ',' || coalesce(to_json(ref_id)::text, 'null') || ',' || to_json(idempotency_key) || ','
    || replace(lots::text, ', ', ',') || ']',
  encode(hash, 'hex'), seq::text, amount::text, balance_before::text, balance_after::text, lots::text
FROM transactions t WHERE (t.account_id, t.unit, t.seq) > ($1, $2::wallet_unit, $3)${accounts}
ORDER BY t.account_id, t.unit, t.seq LIMIT $4`;

const ROWS = { all: rowsAfter(""), ofOne: rowsAfter(" AND t.account_id = $1") };

/**
 * Replays the books of one account or of all, row by row: hash, balance, the link to the row before, and the lots; then holds the end of
 * each chain against its wallet. Needs nothing but reading. `onProgress` hears how many rows are done, which are read `slice` at a time.
 */
export async function verifyLedger(
  connection: pg.ClientBase,
  {
    accountId = null,
    onProgress = () => undefined,
    slice = SLICE,
  }: { accountId?: string | null; onProgress?: (rows: number) => void; slice?: number } = {},
): Promise<Verification> {
  const result: Verification = { rows: 0, wallets: 0, faults: [] };
  await connection.query(
    beginFor("every account").replace("BEGIN", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
  );
  try {
    const { rows: wallets } = await connection.query<WalletToVerify>(WALLETS, [accountId]);
    result.wallets = wallets.length;
    const waiting = new Map(wallets.map((wallet) => [sealedStart(wallet), wallet]));
    let walker: ChainWalker | undefined;
    for await (const rows of readRows(connection, accountId, slice)) {
      for (const row of rows) {
        if (!walker?.owns(row)) {
          walker?.finish();
          walker = walkerFor(row, waiting, result);
        }
        walker.step(row);
      }
      result.rows += rows.length;
      onProgress(result.rows);
    }
    walker?.finish();
    for (const wallet of waiting.values()) new ChainWalker(wallet, result.faults).finish();
  } finally {
    await connection.query("COMMIT");
  }
  return result;
}

/** All rows, wallet by wallet, in slices; the next slice is on its way while one is hashed. */
async function* readRows(
  connection: pg.ClientBase,
  accountId: string | null,
  slice: number,
): AsyncGenerator<SealedRow[]> {
  const text = accountId === null ? ROWS.all : ROWS.ofOne;
  const after = async (...key: [account: string, unit: string, seq: string]) => {
    const { rows } = await connection.query<SealedRow>({ text, values: [...key, slice], rowMode: "array" });
    return rows;
  };
  for (let next = after(accountId ?? NIL, UNITS[0], "0"); ;) {
    const rows = await next;
    const last = rows.length === slice ? rows.at(-1) : undefined;
    if (last) {
      const { account_id: account, unit } = ownerOf(last);
      next = after(account, unit, last[2]);
      next.catch(() => undefined);
    }
    yield rows;
    if (!last) return;
  }
}

/** Takes the wallet of a row from those that wait. A row of none is held against a wallet that has nothing. */
function walkerFor(row: SealedRow, waiting: Map<string, WalletToVerify>, result: Verification): ChainWalker {
  const owner = ownerOf(row);
  const start = sealedStart(owner);
  const nothing = { seq: 0n, balance: 0n, hash: genesisHash(owner.account_id, owner.unit), lots: "" };
  const wallet = waiting.get(start) ?? { ...owner, ...nothing };
  waiting.delete(start);
  return new ChainWalker(wallet, result.faults);
}
