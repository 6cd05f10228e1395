import { sqlOf, type Tx } from "@/lib/db/transaction";
import { postWithin } from "@/lib/ledger/post";
import { formatCredits, type Nano, sub } from "@/lib/values/money";
import { Refusal } from "@/lib/values/refusal";

/** What an account may still start and run, under the lock of its wallet. */
export interface Room {
  balance: Nano;
  /** balance − reservations. */
  available: Nano;
  /** Below it nothing new is deployed. */
  lowLimit: Nano;
  /** The balance, zero or below, past which what runs is stopped. */
  negativeLimit: Nano;
  allocationSeq: bigint;
}

/** What the platform shows for deployments that were stopped for want of credit: word for word. */
export const OUT_OF_CREDIT =
  "You’ve used all your available credits. Please add more credits to your account to continue.";

/**
 * Locks the wallet until the transaction ends and says what is left. Credit whose time is over at `at` is written off first, so that what is decided
 * here still holds when it is posted.
 */
export async function lockRoom(tx: Tx, accountId: string, at: Date): Promise<Room> {
  await postWithin(tx, [{ accountId, unit: "credit", idempotencyKey: "look", entries: [], floor: null, at }]);
  return readRoom(tx, accountId);
}

/** The same without a lock. */
export async function readRoom(tx: Tx, accountId: string): Promise<Room> {
  const [row] = await sqlOf(tx).query<{
    balance: Nano;
    held: Nano;
    low: Nano;
    negative: Nano;
    allocation_seq: bigint;
  }>(ROOM, [accountId]);
  if (!row) throw new Error("an account without a wallet");
  const { balance, held, low, negative, allocation_seq } = row;
  return {
    balance,
    available: sub(balance, held),
    lowLimit: low,
    negativeLimit: negative,
    allocationSeq: allocation_seq,
  };
}

const ROOM = `SELECT w.balance, w.held, a.low_limit AS low, a.negative_limit AS negative, w.allocation_seq
FROM wallets w JOIN accounts a ON a.id = w.account_id WHERE w.account_id = $1::uuid AND w.unit = 'credit'`;

/** Lets something new be deployed, or not. @throws Refusal `insufficient_credits` */
export function requireRoom({ available, lowLimit }: Room): void {
  if (available > 0n && available >= lowLimit) return;
  const limit = lowLimit > 0n ? `, below the low limit of ${formatCredits(lowLimit)} ECU` : "";
  throw new Refusal(
    "insufficient_credits",
    `New deployments are disabled: ${formatCredits(available)} ECU are available${limit}. Add credit and try again.`,
  );
}

/** What running work may still be held for. */
export function roomToRun({ available, negativeLimit }: Room): Nano {
  return sub(available, negativeLimit);
}
