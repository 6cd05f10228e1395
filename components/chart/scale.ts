/** Where the axis of amounts ends, and its lines: round numbers, the last not below the highest bar. Lengths, never amounts. */
export function scaleOf(highest: number, lines = 4): { top: number; ticks: number[] } {
  if (!(highest > 0)) return { top: 1, ticks: [0] };
  const rough = highest / lines;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const count = Math.ceil(highest / step - 1e-9);
  return {
    top: step * count,
    ticks: Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(6))),
  };
}

/** Which places of an axis are named where there is room for so many names: the newest always, the others evenly. */
export function namedPlaces(count: number, room: number): Set<number> {
  const every = Math.max(1, Math.ceil(count / room));
  const last = count - 1;
  return new Set(Array.from({ length: Math.ceil(count / every) }, (_, index) => last - index * every));
}

/** How far the last place's name may go beyond the middle of its bar. */
export const LAST_PX = 11;
/** A letter of a name is no wider on average. */
const LETTER_PX = 6.5;
const GAP_PX = 8;

/** The card around a chart has a little more room than this beside it. */
const BESIDE_PX = 16;

/** Whether the last name stands in the middle of its bar, as the others do: where it is long and its bar thin, it ends near it. */
export function isLastCentred(names: readonly string[], width: number): boolean {
  return (widthOf(names) - width / names.length) / 2 <= BESIDE_PX;
}

/** How many names there is room for in so many pixels: the last one ends near its bar, and so comes nearer to the one before. */
export function roomFor(names: readonly string[], width: number): number {
  return Math.max(1, Math.floor(width / (1.5 * widthOf(names) - LAST_PX + GAP_PX)));
}

function widthOf(names: readonly string[]): number {
  return Math.max(1, ...names.map((name) => name.length)) * LETTER_PX;
}
