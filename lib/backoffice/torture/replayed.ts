/** What a round left behind. */
export interface Replayed {
  /** What must always hold and does not, and what could not be applied. */
  faults: string[];
  /** The books as sorted lines, without what the order of events may change. */
  books: string[];
}
