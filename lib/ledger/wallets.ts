import { readInAccount } from "@/lib/db/transaction";
import { type Context, requirePermission } from "@/lib/values/context";
import type { Unit } from "@/lib/values/ids";
import { max, type Nano, sub, ZERO } from "@/lib/values/money";
import { headOf } from "./records";
import type { HeadRow } from "./statements/heads";
import type { Lot } from "./types";

/** A wallet as its account sees it. Amounts in nano-credits, or tool runs. */
export interface Wallet {
  unit: Unit;
  balance: Nano;
  held: Nano;
  /** balance − held. */
  available: Nano;
  /** What the percentages refer to: the balance right after credit was last added. */
  allocation: Nano;
  /** The allocation less the balance: never below zero. */
  used: Nano;
  /** Rows in the ledger. */
  seq: bigint;
  hash: Buffer;
  lastPostedAt: Date;
  /** What is left of each grant, in burn-down order. */
  lots: readonly Lot[];
}

/** Both wallets of the account, at one moment. */
export async function readWallets(ctx: Context): Promise<Record<Unit, Wallet>> {
  requirePermission(ctx, "account:read");
  return walletsOf(ctx.accountId);
}

/** The same for verbs that have checked what they need. */
export async function walletsOf(accountId: string): Promise<Record<Unit, Wallet>> {
  const rows = await readInAccount(accountId, (sql) =>
    sql.query<HeadRow>(
      `SELECT account_id, unit, seq, balance, held, hash, last_posted_at, allocation, allocation_seq, lots, grants
       FROM wallets WHERE account_id = $1`,
      [accountId],
    ),
  );
  const wallets = new Map(rows.map((row) => [row.unit, walletOf(row)]));
  const credit = wallets.get("credit");
  const toolRuns = wallets.get("tool_run");
  if (!credit || !toolRuns) throw new Error(`account ${accountId} lacks a wallet`);
  return { credit, tool_run: toolRuns };
}

function walletOf(row: HeadRow): Wallet {
  const { unit, balance, held, allocation, seq, hash, lastPostedAt, lots } = headOf(row);
  const used = max(ZERO, sub(allocation, balance));
  return {
    unit,
    balance,
    held,
    available: sub(balance, held),
    allocation,
    used,
    seq,
    hash,
    lastPostedAt,
    lots,
  };
}
