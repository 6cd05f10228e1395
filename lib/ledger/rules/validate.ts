import { isUuid } from "@/lib/values/ids";
import { MAX_NANO } from "@/lib/values/money";
import type { Entry, Posting, UsageEvent } from "../types";
import type { Refused } from "./posting";
import { signFits } from "./signs";

const MAX_DESCRIPTION = 500;
const MAX_KEY = 280;

/**
 * What is wrong with a posting before it meets the books. Everything that the database would refuse is refused here, so that one
 * bad posting does not cost its neighbours their shared transaction.
 */
export function faultOf(posting: Posting): Refused | null {
  const detail =
    (isUuid(posting.accountId) ? null : "The account id is not a uuid.") ??
    textFault("idempotency key", posting.idempotencyKey, MAX_KEY) ??
    first(posting.entries, entryFault) ??
    (posting.event ? eventFault(posting.event) : null) ??
    (posting.hold?.change === "open" ? amountFault(posting.hold.amount, "hold") : null) ??
    (posting.hold?.change === "open"
      ? textFault("description", posting.hold.description, MAX_DESCRIPTION)
      : null);
  return detail === null ? null : { status: "refused", code: "invalid_request", detail };
}

function first<T>(items: readonly T[], fault: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = fault(item);
    if (found !== null) return found;
  }
  return null;
}

function entryFault(entry: Entry): string | null {
  if (!signFits(entry.type, entry.amount))
    return `A row of type ${entry.type} cannot carry the amount ${entry.amount}.`;
  if (entry.amount > MAX_NANO || entry.amount < -MAX_NANO)
    return "The amount is out of the range of the ledger.";
  if ((entry.refType === undefined) !== (entry.refId === undefined))
    return "A reference needs both a type and an id.";
  if (entry.grant && (entry.grant.paid < 0n || entry.grant.paid > entry.amount))
    return "The paid part of a grant is between 0 and its amount.";
  return (
    textFault("description", entry.description, MAX_DESCRIPTION) ??
    textFault("reference", entry.refId ?? "-", 300)
  );
}

function eventFault(event: UsageEvent): string | null {
  const texts = [
    event.feature,
    event.operation,
    event.provider,
    event.model,
    event.member,
    event.team,
    event.project,
    event.keyId,
  ];
  return (
    textFault("event id", event.id, 200) ??
    first(texts, (text) => (text === "" ? null : textFault("dimension", text, 200)))
  );
}

function amountFault(amount: bigint, what: string): string | null {
  return amount > 0n && amount <= MAX_NANO
    ? null
    : `The amount of a ${what} is positive and in the range of the ledger.`;
}

/** PostgreSQL stores no NUL and no half of a surrogate pair. */
function textFault(what: string, text: string, limit: number): string | null {
  if (text.length === 0) return `The ${what} is empty.`;
  if (text.length > limit && [...text].length > limit)
    return `The ${what} is longer than ${limit} characters.`;
  if (text.includes("\u0000") || !text.isWellFormed()) return `The ${what} has characters that are not text.`;
  return null;
}
