import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_NANO, nano } from "@/lib/values/money";
import { type Added, crossings, type Point } from "./crossings";
import { defaultThresholds } from "./defaults";
import { byWhatIsLeft, highest, isReached, keyOf, levelOf, type Mark, watchedLevels } from "./threshold";

const percent = fc.bigInt(1n, 100n);
const amount = fc.bigInt(1n, MAX_NANO);
const balance = fc.bigInt(-MAX_NANO, MAX_NANO).map(nano);
const mark: fc.Arbitrary<Mark> = fc.oneof(
  percent.map((value) => ({ kind: "used_percent" as const, value })),
  fc.bigInt(1n, 99n).map((value) => ({ kind: "remaining_percent" as const, value })),
  amount.map((value) => ({ kind: "amount" as const, value })),
);
const used = (value: bigint): Mark => ({ kind: "used_percent", value });

describe("a threshold", () => {
  it("is reached exactly when that share is used, at any size", () => {
    fc.assert(
      fc.property(percent, amount, balance, (value, allocation, left) => {
        const share = (allocation - left) * 100n >= value * allocation;
        expect(isReached(used(value), left, nano(allocation))).toBe(share);
      }),
    );
  });

  it("stays reached further down, and more used is never reached before less used", () => {
    fc.assert(
      fc.property(mark, percent, percent, amount, balance, balance, (one, p, q, allocation, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const of = nano(allocation);
        if (isReached(one, high, of)) expect(isReached(one, low, of)).toBe(true);
        const [less, more] = p < q ? [p, q] : [q, p];
        if (isReached(used(more), a, of)) expect(isReached(used(less), a, of)).toBe(true);
      }),
    );
  });

  it("is no share of nothing or of debt, and an amount all the same", () => {
    for (const allocation of [nano(0n), nano(-5n)]) {
      expect(levelOf(used(50n), allocation)).toBeNull();
      expect(levelOf({ kind: "remaining_percent", value: 20n }, allocation)).toBeNull();
      expect(levelOf({ kind: "amount", value: 7n }, allocation)).toBe(7n);
    }
  });

  it("of 100 % used is reached at nothing and below, not at the last billionth", () => {
    expect([1n, 0n, -1n].map((left) => isReached(used(100n), nano(left), nano(75n)))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("is watched by the ledger where it is reached: below the watched level, and not at it", () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 20 }), fc.bigInt(-5n, 10_000n), balance, (marks, of, left) => {
        const levels = watchedLevels(marks, nano(of));
        expect(new Set(levels).size).toBe(levels.length);
        const reached = marks.some((one) => isReached(one, left, nano(of)));
        expect(levels.some((level) => left < level)).toBe(reached);
      }),
    );
  });

  it("with the least left is the highest", () => {
    const marks = [used(80n), used(95n), { kind: "remaining_percent", value: 10n } as const];
    expect(highest(marks, nano(100n))).toBe(marks[1]);
    expect(highest(marks, nano(0n))).toBeNull();
  });
});

it("thresholds stand in the order in which a balance comes down to them, whatever their kind", () => {
  const late = used(90n);
  const third: Mark = { kind: "remaining_percent", value: 33n };
  const sum: Mark = { kind: "amount", value: 40n };
  expect(byWhatIsLeft([used(20n), late, third, sum], nano(100n))).toEqual([used(20n), sum, third, late]);
  expect(byWhatIsLeft([third, sum], nano(0n))).toEqual([sum, third]);
});

describe("crossings", () => {
  const thresholds = defaultThresholds("credit");
  const START: Point = { seq: 0n, balance: nano(0n), allocation: nano(0n), allocationSeq: 0n };
  /** A history of additions (positive) and spends, as points after each row. */
  function history(steps: readonly bigint[]): { points: Point[]; added: Added[] } {
    const added: Added[] = [];
    let at = START;
    const points = steps.map((step) => {
      const seq = at.seq + 1n;
      const after = nano(at.balance + step);
      if (step > 0n) added.push({ seq, balanceBefore: at.balance, balanceAfter: after });
      at = {
        seq,
        balance: after,
        allocation: step > 0n ? after : at.allocation,
        allocationSeq: step > 0n ? seq : at.allocationSeq,
      };
      return at;
    });
    return { points, added };
  }
  const names = (told: Point, added: readonly Added[], head: Point) =>
    crossings(
      thresholds,
      told,
      added.filter(({ seq }) => seq > told.seq && seq <= head.seq),
      head,
    ).map(({ threshold, allocationSeq }) => `${keyOf(threshold)} ${allocationSeq}`);

  it("are the same however often and whenever somebody looks, and none is found twice", () => {
    const steps = fc.array(
      fc.bigInt(-60n, 100n).filter((step) => step !== 0n),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(steps, fc.array(fc.nat(), { maxLength: 10 }), (all, looks) => {
        const { points, added } = history(all);
        const last = points.at(-1) ?? START;
        const stops = [...new Set(looks.map((look) => look % points.length))].sort((a, b) => a - b);
        let told = START;
        const found: string[] = [];
        for (const stop of [...stops.flatMap((at) => points[at] ?? []), last]) {
          found.push(...names(told, added, stop));
          told = stop;
        }
        const atOnce = names(START, added, last);
        expect(new Set(found).size).toBe(found.length);
        expect([...found].sort()).toEqual([...atOnce].sort());
      }),
    );
  });

  it("of an allocation that was filled up since are known, and told as over", () => {
    const { points, added } = history([100n, -85n, 100n, -60n]);
    const found = crossings(thresholds, START, added, points[3] ?? START);
    expect(found.map(({ threshold, isCurrent }) => `${threshold.value} ${isCurrent}`)).toEqual([
      "20 false",
      "50 false",
      "70 false",
      "80 false",
      "20 true",
      "50 true",
    ]);
  });

  it("does not name an amount that the balance was below before", () => {
    const low = { ...thresholds[0]!, kind: "amount" as const, value: 500n };
    const { points, added } = history([100n, -50n]);
    expect(crossings([low], START, added, points[1] ?? START)).toEqual([]);
  });
});
