/** What else puts the same row right, or did: a correction that names it, or a re-rate of its call. */
export interface Other {
  id: string;
  kind: "correction" | "re_rate";
  /** A decimal string; what is given back is above zero. Of a re-rate, what it comes to for this call. */
  amount: string;
  isPosted: boolean;
  by: string;
  at: string;
}

/** How somebody names what they have seen of the others. */
export function seenOf(others: readonly Other[]): string[] {
  return others.map(({ id, isPosted }) => `${id} ${isPosted ? "posted" : "proposed"}`);
}
