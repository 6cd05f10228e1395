import assert from "node:assert/strict";
import { displayDay } from "@/lib/values/display/time";
import { add, MAX_NANO, type Nano, negate, ZERO } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import type { Entry, GrantOrigin, Head, Lot, Transaction } from "../types";
import { chainHash, sealedText } from "./hash";
import { addCredit, burn, type LotsMoved } from "./lots";
import { addsCredit, signFits } from "./signs";

/** A grant that a row created. */
export interface NewGrant {
  no: number;
  origin: GrantOrigin;
  amount: Nano;
  paid: Nano;
  expiresAt: Date | null;
  grantedSeq: bigint;
}

/** A row and the head after it. */
export interface Step {
  head: Head;
  row: Transaction;
  grant: NewGrant | null;
}

/** True when the balance would leave the range that the books can hold. */
export function overflows(head: Head, amount: Nano): boolean {
  const after = head.balance + amount;
  return after > MAX_NANO || after < -MAX_NANO;
}

/** Writes one entry at the end of a wallet's chain. Pure: the caller has checked floor and range. */
export function append(head: Head, entry: Entry, idempotencyKey: string, now: Date): Step {
  assert(signFits(entry.type, entry.amount), `${entry.type} of ${entry.amount}`);
  const seq = head.seq + 1n;
  // Clocks may step back; a ledger's time does not.
  const createdAt = now > head.lastPostedAt ? now : head.lastPostedAt;
  const grant = newGrant(head, entry, seq);
  const moved = move(head, entry, grant);
  const balanceAfter = add(head.balance, entry.amount);
  const sealed = {
    accountId: head.accountId,
    unit: head.unit,
    seq,
    createdAt,
    type: entry.type,
    amount: entry.amount,
    balanceAfter,
    description: entry.description,
    source: entry.source,
    refType: entry.refType ?? null,
    refId: entry.refId ?? null,
    idempotencyKey,
    lots: moved.changes,
  };
  const hash = chainHash(head.hash, sealedText(sealed));
  const renewed = addsCredit(entry.type, entry.amount);
  return {
    row: { ...sealed, balanceBefore: head.balance, hash },
    grant,
    head: {
      ...head,
      seq,
      hash,
      balance: balanceAfter,
      lastPostedAt: createdAt,
      lots: moved.lots,
      grants: grant?.no ?? head.grants,
      allocation: renewed ? balanceAfter : head.allocation,
      allocationSeq: renewed ? seq : head.allocationSeq,
    },
  };
}

/**
 * Added credit that does not go back to where it came from is a grant of its own, also where a debt takes it whole: then it paid that debt. What comes back
 * of a charge, and goes into a debt, is none: the grants that paid the charge have paid the debt.
 */
function newGrant(head: Head, entry: Entry, seq: bigint): NewGrant | null {
  if (entry.amount < ZERO) return null;
  const restored = (entry.restores ?? []).reduce((sum, lot) => sum + lot.remaining, 0n);
  const debt = head.balance < ZERO ? -head.balance : 0n;
  if (!entry.grant && entry.restores && restored + debt >= entry.amount) return null;
  const { origin, paid, expiresAt } = entry.grant ?? { origin: originOf(entry), paid: ZERO, expiresAt: null };
  return { no: head.grants + 1, origin, amount: entry.amount, paid, expiresAt, grantedSeq: seq };
}

function originOf(entry: Entry): GrantOrigin {
  return entry.type === "admin_correction" ? "correction" : "refund";
}

function move(head: Head, entry: Entry, grant: NewGrant | null): LotsMoved {
  if (entry.amount < ZERO) return burn(head.lots, negate(entry.amount), entry.lot);
  const fresh = {
    no: grant?.no ?? 0,
    paid: (grant?.paid ?? ZERO) > ZERO,
    expiresAt: grant?.expiresAt ?? null,
  };
  return addCredit(head.lots, head.balance, entry.amount, entry.restores ?? [], fresh);
}

/**
 * Closes the grants whose time is over. It runs before anything else is written to a wallet, so that expired credit is never
 * spent, however late a sweeper comes.
 */
export function expireDue(head: Head, now: Date): Step[] {
  const steps: Step[] = [];
  let at = head;
  for (const lot of head.lots.filter((each) => isDue(each, now))) {
    const description = `Grant #${lot.no} expired on ${displayDay(utcDay(lot.expiresAt ?? now))} with credit left`;
    const entry: Entry = {
      type: "expiry",
      amount: negate(lot.remaining),
      description,
      source: "system",
      refType: "grant",
      refId: String(lot.no),
      lot: lot.no,
    };
    const step = append(at, entry, `expiry:${at.unit}:${lot.no}:${at.seq + 1n}`, now);
    steps.push(step);
    at = step.head;
  }
  return steps;
}

function isDue(lot: Lot, now: Date): boolean {
  return lot.expiresAt !== null && lot.expiresAt <= now;
}
