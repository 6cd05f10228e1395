import fc from "fast-check";
import { expect, it } from "vitest";
import type { Nano } from "@/lib/values/money";
import { parseCredits } from "@/lib/values/money";
import { parseUsd } from "@/lib/values/usd";
import type { JournalAccount } from "./accounts";
import { type JournalLine, journalOf } from "./journal";
import { monthsOf } from "./months";
import { type Movement, POOLS, type Pool } from "./pools";

const MONTH = "2026-11";
const VALUE = parseUsd("0.1");

function moved(pool: Pool, movement: Movement, credits: string) {
  return { month: MONTH, pool, movement, amount: parseCredits(credits) };
}

function sides(lines: readonly JournalLine[], account: JournalAccount): [debit: bigint, credit: bigint] {
  const own = lines.filter((line) => line.account === account);
  return [
    own.reduce((sum, { debitCents }) => sum + debitCents, 0n),
    own.reduce((sum, { creditCents }) => sum + creditCents, 0n),
  ];
}

it("has in the clearing account what was paid and what was paid back, and the discount beside it", () => {
  // 5,001 ECU for $475.10, of which $100.01 went back.
  const months = monthsOf(
    [moved("paid", "sold", "5001"), moved("paid", "refunded", "-1052.725762997")],
    MONTH,
  );
  const lines = journalOf(months, MONTH, VALUE, { sold: -2_500n, refunded: 526n });
  expect(sides(lines, "cash")).toEqual([47_510n, 10_001n]);
  expect(sides(lines, "discounts")).toEqual([2_500n, 526n]);
  expect(sides(lines, "deferred")).toEqual([10_001n + 526n, 47_510n + 2_500n]);
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
            return { month: MONTH, pool, movement, amount: (movement === "sold" ? size : -size) as Nano };
          }),
        );
        const months = monthsOf(changes, MONTH);
        const differences = Object.fromEntries(through.map((movement, at) => [movement, by[at] ?? 0n]));
        const all = through.reduce((sum, movement) => sum + (differences[movement] ?? 0n), 0n);
        const net = (account: JournalAccount, lines: readonly JournalLine[]) => {
          const [debit, credit] = sides(lines, account);
          return debit - credit;
        };
        const [plain, priced] = [
          journalOf(months, MONTH, VALUE, {}),
          journalOf(months, MONTH, VALUE, differences),
        ];
        expect(net("cash", priced)).toBe(net("cash", plain) + all);
        expect(net("discounts", priced)).toBe(-all);
        for (const account of ["deferred", "promotional", "receivable", "rounding"] as const)
          expect(net(account, priced)).toBe(net(account, plain));
      },
    ),
  );
});
