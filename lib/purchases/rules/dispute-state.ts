const OPEN = new Set(["needs_response", "under_review", "appeal_needs_response", "appeal_under_review"]);
const CLOSED = new Set(["won", "lost", "warning_closed", "prevented"]);

interface Dispute {
  balance_transactions: readonly { amount: number }[];
}

/** True when the dispute has taken the money. An inquiry takes none, and neither does one that was prevented. */
export function isWithdrawn({ balance_transactions: moves }: Dispute): boolean {
  return moves.some(({ amount }) => amount < 0);
}

/** True when it has given the money back. */
export function isReinstated({ balance_transactions: moves }: Dispute): boolean {
  return moves.some(({ amount }) => amount > 0);
}

/** True while it is not decided: nothing more is charged meanwhile without being asked. */
export function isOpen(status: string): boolean {
  return OPEN.has(status);
}

/** True when nothing more comes of it. Who won is said before the money is back: until then a dispute that was won is not over. */
export function isOver(status: string, isBack: boolean): boolean {
  return !isOpen(status) && (status !== "won" || isBack);
}

/** The later of two statuses: news that was overtaken does not open a dispute again; an appeal does. */
export function laterStatus(known: string, next: string): string {
  return CLOSED.has(known) && !CLOSED.has(next) && !next.startsWith("appeal_") ? known : next;
}
