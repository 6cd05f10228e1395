import fc from "fast-check";
import { expect, it } from "vitest";
import { type Nano, negate, parseCredits } from "@/lib/values/money";
import { parseUsd } from "@/lib/values/usd";
import type { JournalAccount } from "./accounts";
import { type Cash, type JournalLine, journalOf } from "./journal";
import { monthsOf } from "./months";
import { type Movement, POOLS, type Pool } from "./pools";
import { type Price, worth, worthOf } from "./worth";

const MONTH = "2026-11";
const VALUE = parseUsd("0.1");
const net = (cents: bigint) => ({ net: cents, tax: 0n });
const NO_CASH: Cash = { sold: net(0n), refunded: net(0n), disputed: net(0n), outside: 0n };

function moved(pool: Pool, movement: Movement, amount: Nano, price: Price | null = null) {
  return { month: MONTH, pool, movement, amount, worth: worthOf(amount, price, VALUE) };
}

function sides(lines: readonly JournalLine[], account: JournalAccount): [debit: bigint, credit: bigint] {
  const own = lines.filter((line) => line.account === account);
  return [
    own.reduce((sum, { debitCents }) => sum + debitCents, 0n),
    own.reduce((sum, { creditCents }) => sum + creditCents, 0n),
  ];
}

it("defers what was paid, and earns a discount with its credit", () => {
  // 5,001 ECU for $475.10, of which $100.01 went back and the half of what was bought is used.
  const credits = parseCredits("5001");
  const price = { netCents: 47_510n, credits };
  const back = parseCredits("1052.725762997");
  const months = monthsOf(
    [
      moved("paid", "sold", credits, price),
      moved("paid", "refunded", negate(back), price),
      moved("paid", "used", negate(parseCredits("2500.5")), price),
    ],
    MONTH,
  );
  const lines = journalOf(months, MONTH, { ...NO_CASH, sold: net(47_510n), refunded: net(-10_001n) });
  expect(sides(lines, "cash")).toEqual([47_510n, 10_001n]);
  expect(sides(lines, "deferred")).toEqual([10_001n + 23_755n, 47_510n]);
  expect(sides(lines, "revenue")).toEqual([0n, 23_755n]);
  expect(sides(lines, "discounts")).toEqual([0n, 0n]);
});

it("calls it a price difference where a debt is paid off at a discount", () => {
  // 1,000 ECU for $90, of which 100 were owed: a claim of $10.
  const price = { netCents: 9_000n, credits: parseCredits("1000") };
  const months = monthsOf(
    [moved("paid", "sold", parseCredits("900"), price), moved("owed", "sold", parseCredits("100"))],
    MONTH,
  );
  const lines = journalOf(months, MONTH, { ...NO_CASH, sold: net(9_000n) });
  expect(sides(lines, "cash")).toEqual([9_000n, 0n]);
  expect(sides(lines, "deferred")).toEqual([0n, 8_100n]);
  expect(sides(lines, "receivable")).toEqual([0n, 1_000n]);
  expect(sides(lines, "discounts")).toEqual([100n, 0n]);
});

it("keeps the tax on payments apart, and has it in the clearing account, where Stripe has it", () => {
  const credits = parseCredits("1000");
  const price = { netCents: 10_000n, credits };
  const months = monthsOf(
    [moved("paid", "sold", credits, price), moved("paid", "refunded", parseCredits("-100"), price)],
    MONTH,
  );
  const sold = { net: 10_000n, tax: 1_900n };
  const lines = journalOf(months, MONTH, { ...NO_CASH, sold, refunded: { net: -1_000n, tax: -190n } });
  expect(sides(lines, "cash")).toEqual([11_900n, 1_190n]);
  expect(sides(lines, "tax")).toEqual([190n, 1_900n]);
  expect(sides(lines, "deferred")).toEqual([1_000n, 10_000n]);
});

it("leaves nothing on the clearing account of an invoice that was paid outside of Stripe", () => {
  const price = { netCents: 90_000n, credits: parseCredits("10000") };
  const months = monthsOf([moved("paid", "sold", parseCredits("10000"), price)], MONTH);
  const sold = { net: 90_000n, tax: 17_100n };
  const lines = journalOf(months, MONTH, { ...NO_CASH, sold, outside: 107_100n });
  expect(sides(lines, "cash")).toEqual([107_100n, 107_100n]);
  expect(sides(lines, "outside")).toEqual([107_100n, 0n]);
  expect(sides(lines, "deferred")).toEqual([0n, 90_000n]);
});

it("earns what was charged for time to come once its time has come", () => {
  const used = { ...moved("paid", "used", negate(parseCredits("24"))), month: "2026-10" };
  const ahead = { month: "2026-10", amount: parseCredits("18"), worth: worth(parseCredits("18") * VALUE) };
  const months = monthsOf([used], MONTH, [ahead]);
  const october = journalOf(months, "2026-10", NO_CASH);
  expect(sides(october, "revenue")).toEqual([180n, 240n]);
  expect(sides(october, "ahead")).toEqual([0n, 180n]);
  const november = journalOf(months, MONTH, NO_CASH);
  expect(sides(november, "revenue")).toEqual([0n, 180n]);
  expect(sides(november, "ahead")).toEqual([180n, 0n]);
});

it("loses no cent of a price, whatever pools it went to", () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 15n }).map((each) => each as Nano);
  const difference = fc.bigInt({ min: -10_000n, max: 10_000n });
  const through = ["sold", "refunded", "disputed"] as const;
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 9, maxLength: 9 }),
      fc.array(difference, { minLength: 3 }),
      (sizes, by) => {
        const changes = through.flatMap((movement, at) =>
          POOLS.map((pool, no) => {
            const size = sizes[3 * at + no] ?? 0n;
            return moved(pool, movement, (movement === "sold" ? size : -size) as Nano);
          }),
        );
        const months = monthsOf(changes, MONTH);
        const [sold = 0n, refunded = 0n, disputed = 0n] = by;
        const all = sold + refunded + disputed;
        const netOf = (account: JournalAccount, lines: readonly JournalLine[]) => {
          const [debit, credit] = sides(lines, account);
          return debit - credit;
        };
        const [plain, priced] = [
          journalOf(months, MONTH, NO_CASH),
          journalOf(months, MONTH, {
            ...NO_CASH,
            sold: net(sold),
            refunded: net(refunded),
            disputed: net(disputed),
          }),
        ];
        expect(netOf("cash", plain)).toBe(0n);
        expect(netOf("cash", priced)).toBe(all);
        expect(netOf("discounts", priced)).toBe(netOf("discounts", plain) - all);
        for (const account of ["deferred", "promotional", "receivable", "rounding"] as const)
          expect(netOf(account, priced)).toBe(netOf(account, plain));
      },
    ),
  );
});
