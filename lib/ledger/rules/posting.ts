import { unitName } from "@/lib/values/display/unit";
import { add, formatCredits, type Nano, sub, ZERO } from "@/lib/values/money";
import type { RefusalCode } from "@/lib/values/refusal";
import type { Head, Hold, HoldChange, Posting } from "../types";
import { append, overflows, type Step } from "./chain";

/** A posting worked out: where its wallet goes and what is to be written. */
export interface Applied {
  status: "applied";
  head: Head;
  steps: readonly Step[];
  hold: Hold | null;
}

export interface Refused {
  status: "refused";
  code: RefusalCode;
  detail: string;
}

/** Works out a posting on a wallet's head; refuses it whole or applies it whole. `hold` is the hold that it ends. */
export function apply(head: Head, posting: Posting, hold: Hold | null, now: Date): Applied | Refused {
  const refusal = holdRefusal(posting.hold, hold, now);
  if (refusal) return refusal;
  let at: Head = { ...head, held: heldAfter(head, posting.hold, hold) };
  const steps: Step[] = [];
  for (const [index, entry] of posting.entries.entries()) {
    if (overflows(at, entry.amount))
      return refused("out_of_range", "The balance would leave the range that the ledger can hold.");
    const step = append(
      at,
      entry,
      index === 0 ? posting.idempotencyKey : `${posting.idempotencyKey}#${index}`,
      now,
    );
    steps.push(step);
    at = step.head;
  }
  // Only new work has a floor: what has already run is charged, even into negative credit.
  const available = sub(at.balance, at.held);
  if (posting.floor !== null && available < posting.floor) return insufficient(head, at, posting.floor);
  return {
    status: "applied",
    head: at,
    steps,
    hold: changedHold(head, posting, hold, steps, later(now, head.lastPostedAt)),
  };
}

/** Clocks may step back; the time of a wallet does not. */
function later(left: Date, right: Date): Date {
  return left > right ? left : right;
}

function refused(code: RefusalCode, detail: string): Refused {
  return { status: "refused", code, detail };
}

function insufficient(before: Head, after: Head, floor: Nano): Refused {
  const available = sub(before.balance, before.held);
  const asked = sub(available, sub(after.balance, after.held));
  const unit = unitName(before.unit);
  const limit = floor === ZERO ? "" : ` and the limit is ${formatUnit(floor, before)}`;
  return refused(
    "insufficient_credits",
    `This needs ${formatUnit(asked, before)} ${unit}, ${formatUnit(available, before)} are available${limit}. Add credit and try again.`,
  );
}

function formatUnit(amount: Nano, head: Head): string {
  return head.unit === "credit" ? formatCredits(amount) : amount.toString();
}

function holdRefusal(change: HoldChange | undefined, hold: Hold | null, now: Date): Refused | null {
  if (change?.change !== "end") return null;
  if (!hold) return refused("not_found", "There is no such hold in this account.");
  if (hold.status === "open") {
    const extended = change.status === "expired" && (hold.expiresAt === null || hold.expiresAt > now);
    return extended ? refused("conflict", "The hold was extended: its time is not over.") : null;
  }
  return refused("hold_ended", `The hold was already ${hold.status}: a hold ends once.`);
}

function heldAfter(head: Head, change: HoldChange | undefined, hold: Hold | null): Nano {
  if (change?.change === "open")
    return change.kind === "reservation" ? add(head.held, change.amount) : head.held;
  if (change?.change === "end" && hold?.kind === "reservation") return sub(head.held, hold.amount);
  return head.held;
}

function changedHold(
  head: Head,
  posting: Posting,
  hold: Hold | null,
  steps: readonly Step[],
  now: Date,
): Hold | null {
  const change = posting.hold;
  if (!change) return null;
  const seq = steps.at(-1)?.row.seq ?? null;
  if (change.change === "end") {
    if (!hold) return null;
    const { status, used } = change;
    return { ...hold, status, used, endedAt: now, endedSeq: seq, endedKey: posting.idempotencyKey };
  }
  return {
    accountId: head.accountId,
    id: change.id,
    unit: head.unit,
    kind: change.kind,
    amount: change.amount,
    status: "open",
    description: change.description,
    refType: change.refType ?? null,
    refId: change.refId ?? null,
    idempotencyKey: posting.idempotencyKey,
    createdAt: now,
    expiresAt: change.expiresAt,
    openedSeq: change.kind === "prepaid" ? seq : null,
    used: null,
    endedAt: null,
    endedSeq: null,
    endedKey: null,
    scope: change.scope,
  };
}
