import fc from "fast-check";
import { expect, it } from "vitest";
import { type BalanceAt, countCrossed, type Reservation } from "./crossed";

const at = fc.bigInt(0n, 12n);
const amount = fc.bigInt(1n, 9n);
const reservations = fc.array(
  fc
    .record({ amount, createdAt: at, lasts: fc.option(fc.bigInt(0n, 6n)) })
    .map(({ lasts, ...rest }): Reservation => ({
      ...rest,
      endedAt: lasts === null ? null : rest.createdAt + lasts,
    })),
  { maxLength: 12 },
);
const rows = fc
  .array(fc.record({ balance: fc.bigInt(0n, 20n), at }), { maxLength: 12 })
  .map((all) => all.toSorted((one, other) => Number(one.at - other.at)));

/** The definition, word for word. */
function byDefinition(all: readonly Reservation[], books: readonly BalanceAt[]): number {
  return all.filter(({ amount: wanted, createdAt }) => {
    const balances = [
      ...books.filter((row) => row.at < createdAt).slice(-1),
      ...books.filter((row) => row.at === createdAt),
    ].map(({ balance }) => balance);
    const most = balances.reduce((max, balance) => (balance > max ? balance : max), 0n);
    const held = all
      .filter((other) => other.createdAt < createdAt && (other.endedAt === null || other.endedAt > createdAt))
      .reduce((sum, other) => sum + other.amount, 0n);
    return most < held + wanted;
  }).length;
}

it("counts what was held without the credit for it, as its definition does", () => {
  fc.assert(
    fc.property(reservations, rows, (all, books) => {
      expect(countCrossed(all, books)).toBe(byDefinition(all, books));
    }),
    { numRuns: 2_000 },
  );
});
