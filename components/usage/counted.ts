/** How many usage events there were: calls, and what is metered by time. */
export interface Counted {
  called: number;
  byTime: number;
}

/** What a column counts: calls where nothing else is listed, events where cycles and days of storage are among them. */
export type CountedAs = "call" | "event";

export function countedAs({ byTime }: Counted): CountedAs {
  return byTime === 0 ? "call" : "event";
}

/** As a head and as a choice: "Calls". */
export const COUNTED_NAMES: Readonly<Record<CountedAs, string>> = { call: "Calls", event: "Events" };
