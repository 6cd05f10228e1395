import fc from "fast-check";
import { expect, it } from "vitest";
import { nano, ZERO } from "@/lib/values/money";
import { type Debt, paidOff, type Payoff, placesFor, restoresOf, type Room } from "./restores";

/** A wallet below zero, as a line of single nano-credits that are owed: who owes each, and which payment took it. */
function naive(steps: readonly bigint[], asked: (row: number) => boolean) {
  const line: number[] = [];
  const debts: Debt[] = [];
  const payoffs: Payoff[] = [];
  const paid = new Map<number, number>();
  steps.forEach((amount, index) => {
    const seq = BigInt(index + 1);
    if (amount < 0n) {
      if (asked(index)) debts.push({ seq, owed: nano(-amount), owedBefore: nano(BigInt(line.length)) });
      for (let each = 0n; each < -amount; each += 1n) line.push(index);
      return;
    }
    const part = line.splice(0, Number(amount));
    const first = debts[0];
    if (part.length > 0 && first && seq > first.seq)
      payoffs.push({ seq, amount: nano(BigInt(part.length)), no: index });
    for (const debtor of part) if (asked(debtor)) paid.set(index, (paid.get(index) ?? 0) + 1);
  });
  const expected = [...paid].toReversed().map(([no, amount]) => ({ no, amount: nano(BigInt(amount)) }));
  return { debts, payoffs, expected };
}

it("finds who paid which debt, as if each nano-credit were looked at by itself", () => {
  const step = fc.bigInt({ min: -12n, max: 12n }).filter((amount) => amount !== 0n);
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 30 }),
      fc.array(fc.boolean(), { minLength: 30 }),
      (steps, marks) => {
        const { debts, payoffs, expected } = naive(steps, (row) => marks[row] ?? false);
        expect(paidOff(debts, payoffs)).toEqual(expected);
      },
    ),
    { numRuns: 500 },
  );
});

const room = (no: number, amount: bigint, used = amount): Room => ({
  ...{ no, paid: true, expiresAt: null, room: nano(amount), used: nano(used) },
});

it("never puts more into a grant than is gone of it, and loses nothing that has a place", () => {
  const part = fc.record({
    no: fc.option(fc.integer({ min: 1, max: 5 })),
    amount: fc.bigInt({ min: 1n, max: 50n }),
  });
  const amounts = fc.array(fc.bigInt({ min: 0n, max: 60n }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), amounts, (parts, gone) => {
      const rooms = gone.map((amount, index) => room(index + 1, amount));
      const asked = parts.map(({ no, amount }) => ({ no, amount: nano(amount) }));
      const { lots, missing } = restoresOf({
        parts: asked,
        rooms: new Map(rooms.map((each) => [each.no, each])),
      });
      const all = placesFor({ missing, others: rooms.toReversed(), returned: ZERO }, lots);
      for (const { no, room: most } of rooms) {
        const own = all.filter((lot) => lot.no === no).reduce((sum, { remaining }) => sum + remaining, 0n);
        expect(own <= most).toBe(true);
      }
      const wanted = parts.reduce((sum, { amount }) => sum + amount, 0n);
      const free = gone.reduce((sum, amount) => sum + amount, 0n);
      expect(all.reduce((sum, { remaining }) => sum + remaining, 0n)).toBe(wanted < free ? wanted : free);
    }),
  );
});

it("leaves alone what went back as money", () => {
  expect(
    placesFor({ missing: nano(7n), others: [room(2, 10n, 0n), room(1, 10n, 3n)], returned: ZERO }, []),
  ).toEqual([{ no: 1, paid: true, expiresAt: null, remaining: 3n }]);
  expect(placesFor({ missing: ZERO, others: [room(1, 10n)], returned: ZERO }, [])).toEqual([]);
});

it("takes it as used, after all that was used, where it came back and paid debt", () => {
  const others = [room(2, 10n, 0n), room(1, 10n, 3n)];
  const places = placesFor({ missing: nano(9n), others, returned: nano(4n) }, []);
  expect(places.map(({ no, remaining }) => [no, remaining])).toEqual([
    [1, 3n],
    [2, 4n],
  ]);
});
