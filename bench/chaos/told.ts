import { z } from "zod";
import type { Answer } from "./client";

/** What the client was told: the rows that the product says are in the books. */
export interface Acknowledged {
  /** Each thing that was asked for and had a final answer: a hold, an extension, a capture, a grant, and each event of a batch. */
  operations: number;
  refused: Record<string, number>;
  /** Row id → amount, as answered. An id that is answered with two amounts is a fault. */
  rows: Map<string, string>;
  conflicts: string[];
  gateway: {
    /** The provider's ids of what was answered to its end. */
    answered: Set<string>;
    /** Streams that ended before their end, or never began. */
    cut: number;
    /** Streams that their caller left. */
    left: number;
    /** Calls that were still in progress when their caller gave up. */
    leftOpen: number;
  };
}

export function nothingYet(): Acknowledged {
  const gateway = { answered: new Set<string>(), cut: 0, left: 0, leftOpen: 0 };
  return { operations: 0, refused: {}, rows: new Map(), conflicts: [], gateway };
}

/** Keeps a row that an answer told of. */
export function keep({ id, amount }: { id: string; amount: string }, told: Acknowledged): void {
  const before = told.rows.get(id);
  if (before !== undefined && before !== amount)
    told.conflicts.push(`${id} was answered with ${before} and with ${amount}`);
  told.rows.set(id, amount);
}

const EXPECTED = [
  "insufficient_credits",
  "budget_exceeded",
  "mandate_exceeded",
  "hold_ended",
  "out_of_range",
];

/** Counts an operation's final answer. True when it was refused; refusals that nobody expected are kept in mind. */
export function refusal(
  { status, body }: Answer,
  told: Acknowledged,
  expected: readonly string[] = [],
): boolean {
  told.operations += 1;
  if (status < 300) return false;
  const code = z.object({ code: z.string() }).parse(body).code;
  // A grant that could not be asked for before its own time was over was never made.
  const isLate = code === "invalid_request" && JSON.stringify(body).includes("expires_at");
  if (![...EXPECTED, ...expected].includes(code) && !isLate)
    told.conflicts.push(`an answer that nobody expected: ${status} ${JSON.stringify(body)}`);
  told.refused[code] = (told.refused[code] ?? 0) + 1;
  return true;
}
