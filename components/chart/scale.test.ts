import fc from "fast-check";
import { expect, it } from "vitest";
import { isLastCentred, LAST_PX, namedPlaces, roomFor, scaleOf } from "./scale";

it("ends at or above the highest bar, and never at more than twice of it", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (highest) => {
      const { top, ticks } = scaleOf(highest);
      expect(top).toBeGreaterThanOrEqual(highest * (1 - 1e-6));
      expect(top).toBeLessThanOrEqual(highest * 2);
      expect(ticks[0]).toBe(0);
      expect(ticks.length).toBeLessThanOrEqual(5);
    }),
  );
});

it("has round steps, and one line for nothing", () => {
  expect(scaleOf(87).ticks).toEqual([0, 25, 50, 75, 100]);
  expect(scaleOf(0.034).ticks).toEqual([0, 0.01, 0.02, 0.03, 0.04]);
  expect(scaleOf(0)).toEqual({ top: 1, ticks: [0] });
});

it("names the last place always, and no more than there is room for", () => {
  expect([...namedPlaces(3, 8)].sort()).toEqual([0, 1, 2]);
  for (const count of [1, 7, 30, 31, 90, 366]) {
    const named = namedPlaces(count, 8);
    expect(named.has(count - 1)).toBe(true);
    expect(named.size).toBeLessThanOrEqual(8);
  }
});

it("leaves a gap between any two names, the last one's too, wherever it stands", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 4, max: 366 }),
      fc.integer({ min: 4, max: 16 }),
      fc.constantFrom(232, 400, 656, 1_200),
      (count, letters, width) => {
        const names = Array.from({ length: count }, () => "x".repeat(letters));
        const size = letters * 6.5;
        const places = [...namedPlaces(count, roomFor(names, width))].toSorted((a, b) => a - b);
        const middle = (at: number) => ((at + 0.5) / count) * width;
        const spans = places.map((at) =>
          at === count - 1 && !isLastCentred(names, width)
            ? [middle(at) + LAST_PX - size, middle(at) + LAST_PX]
            : [middle(at) - size / 2, middle(at) + size / 2],
        );
        for (const [index, [, end = 0]] of spans.slice(0, -1).entries())
          expect(spans[index + 1]?.[0]).toBeGreaterThanOrEqual(end + 7.9);
      },
    ),
  );
});

it("puts the last name below the middle of its bar, but where it would leave the card", () => {
  const days = Array.from({ length: 30 }, () => "22 Nov");
  const months = Array.from({ length: 4 }, () => "Nov 2026");
  for (const width of [232, 400, 656]) {
    expect(isLastCentred(days, width)).toBe(true);
    expect(isLastCentred(months, width)).toBe(true);
  }
  expect(isLastCentred([...days, ...days, ...days], 232)).toBe(false);
});
