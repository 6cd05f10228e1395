import type pg from "pg";
import { beginFor } from "@/lib/db/transaction";
import { transactionId, type Unit } from "@/lib/values/ids";
import { chainHashHex, genesisHash } from "./rules/hash";

/** A row, or a wallet, that is not what the chain says. */
export interface Fault {
  accountId: string;
  unit: Unit;
  /** The row's public id; null for a fault of the wallet itself. */
  transaction: string | null;
  problem: string;
}

export interface Verification {
  rows: number;
  wallets: number;
  faults: Fault[];
}

interface WalletToVerify {
  account_id: string;
  unit: Unit;
  seq: bigint;
  balance: bigint;
  hash: Buffer;
  lots: string;
}

/** A row as text columns: sealed text without its beginning, hash, seq, amount, balance before and after, lots. */
type SealedRow = [
  sealed: string,
  hash: string,
  seq: string,
  amount: string,
  before: string,
  after: string,
  lots: string,
];

const WALLETS = `
SELECT account_id, unit, seq, balance, hash,
  (SELECT coalesce(string_agg(lot ->> 'no' || ':' || (lot ->> 'remaining'), ',' ORDER BY (lot ->> 'no')::int), '')
   FROM jsonb_array_elements(lots) AS lot) AS lots
FROM wallets WHERE ($1::uuid IS NULL OR account_id = $1) ORDER BY account_id, unit`;

// The database writes the sealed text itself (JSON without spaces, as the chain seals it), and the other core hashes it.
const ROWS = `
SELECT '["' || account_id || '","' || unit || '","' || seq || '","' || to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || '","' || type || '","' || amount || '","' || balance_after || '",' || to_json(description) || ',"' || source || '",'
    || coalesce(to_json(ref_type)::text, 'null') || ',' || coalesce(to_json(ref_id)::text, 'null') || ',' || to_json(idempotency_key) || ','
    || replace(lots::text, ', ', ',') || ']',
  encode(hash, 'hex'), seq::text, amount::text, balance_before::text, balance_after::text, lots::text
FROM transactions t WHERE account_id = $1 AND unit = $2::wallet_unit AND t.seq BETWEEN $3 AND $4 ORDER BY t.seq`;

const SLICE = 20_000n;

/**
 * Replays the books of one account or of all, row by row: hash, balance, the link to the row before, and the lots; then holds the end of
 * each chain against its wallet. Needs nothing but reading. `onProgress` hears how many rows are done.
 */
export async function verifyLedger(
  connection: pg.ClientBase,
  {
    accountId = null,
    onProgress = () => undefined,
  }: { accountId?: string | null; onProgress?: (rows: number) => void } = {},
): Promise<Verification> {
  const result: Verification = { rows: 0, wallets: 0, faults: [] };
  await connection.query(
    beginFor("every account").replace("BEGIN", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
  );
  try {
    const { rows: wallets } = await connection.query<WalletToVerify>(WALLETS, [accountId]);
    for (const wallet of wallets) {
      await verifyWallet(connection, wallet, result, onProgress);
      result.wallets += 1;
    }
  } finally {
    await connection.query("COMMIT");
  }
  return result;
}

async function verifyWallet(
  connection: pg.ClientBase,
  wallet: WalletToVerify,
  result: Verification,
  onProgress: (rows: number) => void,
): Promise<void> {
  const walker = new Walker(wallet, result);
  const slice = (from: bigint) =>
    connection.query<SealedRow>({
      text: ROWS,
      values: [wallet.account_id, wallet.unit, from, from + SLICE - 1n],
      rowMode: "array",
    });
  let next = slice(1n);
  for (let from = 1n; ; from += SLICE) {
    const { rows } = await next;
    const last = rows.length < Number(SLICE) && from + SLICE > wallet.seq;
    // The next slice is on its way while this one is hashed.
    if (!last) {
      next = slice(from + SLICE);
      next.catch(() => undefined);
    }
    for (const row of rows) walker.step(row);
    result.rows += rows.length;
    onProgress(result.rows);
    if (last) break;
  }
  walker.finish();
}

/** Walks one chain and reports what does not follow. */
class Walker {
  #seq = 0n;
  #balance = 0n;
  #hash: string;
  readonly #lots = new Map<number, bigint>();
  /** What is left in all of them. */
  #open = 0n;

  constructor(
    readonly wallet: WalletToVerify,
    readonly result: Verification,
  ) {
    this.#hash = genesisHash(wallet.account_id, wallet.unit).toString("hex");
  }

  step([sealed, hash, seqText, amountText, before, after, lots]: SealedRow): void {
    const seq = BigInt(seqText);
    const balance = BigInt(after);
    if (seq !== this.#seq + 1n)
      this.#report(this.#seq + 1n, `the row is missing: the chain goes on at ${seqText}`);
    if (BigInt(before) !== this.#balance)
      this.#report(seq, `it starts at ${before}, but the row before it ended at ${this.#balance}`);
    if (balance !== BigInt(before) + BigInt(amountText))
      this.#report(seq, "its amount does not add up to its balance");
    const expected = chainHashHex(this.#hash, sealed);
    if (expected !== hash) this.#report(seq, "its hash does not match: the row or one before it was changed");
    this.#moveLots(seq, lots, balance);
    this.#seq = seq;
    this.#balance = balance;
    this.#hash = hash;
  }

  #moveLots(seq: bigint, lots: string, balance: bigint): void {
    for (const [no, change] of JSON.parse(lots) as [number, string][]) {
      const amount = BigInt(change);
      const remaining = (this.#lots.get(no) ?? 0n) + amount;
      if (remaining < 0n) this.#report(seq, `grant #${no} is burned below zero`);
      if (remaining === 0n) this.#lots.delete(no);
      else this.#lots.set(no, remaining);
      this.#open += amount;
    }
    if (this.#open !== (balance > 0n ? balance : 0n))
      this.#report(seq, `the open grants are ${this.#open}, the balance is ${balance}`);
  }

  finish(): void {
    const { seq, balance, hash, lots } = this.wallet;
    const open = [...this.#lots].sort(([a], [b]) => a - b).map(([no, remaining]) => `${no}:${remaining}`);
    if (seq !== this.#seq) this.#report(null, `the wallet counts ${seq} rows, the ledger has ${this.#seq}`);
    if (balance !== this.#balance)
      this.#report(null, `the wallet's balance is ${balance}, the ledger ends at ${this.#balance}`);
    if (hash.toString("hex") !== this.#hash)
      this.#report(null, "the wallet's hash is not that of the last row");
    if (lots !== open.join(","))
      this.#report(null, `the wallet's open grants are ${lots}, the ledger leaves ${open.join(",")}`);
  }

  #report(seq: bigint | null, problem: string): void {
    const { account_id: accountId, unit } = this.wallet;
    const transaction = seq === null ? null : transactionId({ accountId, unit, seq });
    this.result.faults.push({ accountId, unit, transaction, problem });
  }
}
