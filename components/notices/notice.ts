/** What stands above every page: what happened, and its one next step. */
export interface Notice {
  /** Another one, or the same grown worse, has another key. */
  key: string;
  tone: "note" | "warn" | "bad";
  title: string;
  text: string;
  /** Null for those who may not take the step. */
  step: { label: string; href: string } | null;
  /** How it is put away for good; null for one that stays until it is over. */
  putAway: { topic: string; series: string; rank: string } | { cookie: string } | null;
}

const LOUDNESS = { bad: 0, warn: 1, note: 2 } as const;

/** The worst first; what is equally bad stays in the order in which it was named. */
export function worstFirst(notices: readonly Notice[]): Notice[] {
  return notices.toSorted((left, right) => LOUDNESS[left.tone] - LOUDNESS[right.tone]);
}
