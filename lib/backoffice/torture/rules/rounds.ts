/** A way of delivering events that a careless network, or Stripe after a fault, could choose. */
export interface Round {
  name: string;
  /** The ids of events, in the order in which they come. */
  deliveries: readonly string[];
  /** How many are worked on at the same time. */
  atOnce: number;
}

/** What is done to the events, oldest first. The first round is the one that the others are held against. */
export function roundsOf(events: readonly string[], seed: number): Round[] {
  const again = (times: number) => events.flatMap((id) => Array.from({ length: times }, () => id));
  return [
    { name: "in their order", deliveries: events, atOnce: 1 },
    { name: "each five times", deliveries: again(5), atOnce: 1 },
    { name: "backwards", deliveries: events.toReversed(), atOnce: 1 },
    { name: "shuffled, each three times, 16 at once", deliveries: shuffled(again(3), seed), atOnce: 16 },
  ];
}

/** The same order for the same seed. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = randomOf(seed);
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

// Mulberry32: whole numbers below 2³², the same on every machine.
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** What is on one side only, in words, and not too many of them. */
export function differencesOf(expected: readonly string[], found: readonly string[]): string[] {
  const [left, right] = [new Set(expected), new Set(found)];
  const missing = expected.filter((each) => !right.has(each)).map((each) => `missing: ${each}`);
  const extra = found.filter((each) => !left.has(each)).map((each) => `not in the first round: ${each}`);
  return [...missing, ...extra].slice(0, 20);
}
