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

export interface WalletToVerify {
  account_id: string;
  unit: Unit;
  seq: bigint;
  balance: bigint;
  hash: Buffer;
  lots: string;
}

/** A row as text columns: sealed text without its beginning, hash, seq, amount, balance before and after, lots. */
export type SealedRow = [
  sealed: string,
  hash: string,
  seq: string,
  amount: string,
  before: string,
  after: string,
  lots: string,
];

/** How the sealed text of each row of a wallet begins. */
export function sealedStart({ account_id, unit }: Pick<WalletToVerify, "account_id" | "unit">): string {
  return `["${account_id}","${unit}",`;
}

/** Whose row it is. */
export function ownerOf([sealed]: SealedRow): Pick<WalletToVerify, "account_id" | "unit"> {
  const [, account_id = "", , unit = ""] = sealed.split('"', 4);
  return { account_id, unit: unit as Unit };
}

/** Walks one chain and reports what does not follow. */
export class ChainWalker {
  #seq = 0n;
  #balance = 0n;
  #hash: string;
  readonly #lots = new Map<number, bigint>();
  /** What is left in all of them. */
  #open = 0n;
  readonly #start: string;

  constructor(
    readonly wallet: WalletToVerify,
    readonly faults: Fault[],
  ) {
    this.#hash = genesisHash(wallet.account_id, wallet.unit).toString("hex");
    this.#start = sealedStart(wallet);
  }

  owns([sealed]: SealedRow): boolean {
    return sealed.startsWith(this.#start);
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
    this.faults.push({ accountId, unit, transaction, problem });
  }
}
