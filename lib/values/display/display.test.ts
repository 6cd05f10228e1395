import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCredits, nano, parseScaled } from "../money";
import { displayAmount, displayExactAmount, displaySum } from "./amount";
import { displayChange, sharePercent } from "./change";
import { displayCount, displayShortCount, plural } from "./count";
import { daysOfPreset, daysOfQuery } from "./date-presets";
import { roundToSum, roundWay, sumOf } from "./round-to-sum";
import { shortenId } from "./shorten-id";
import { displayRange, displayShortTime, displayTime } from "./time";
import { displayPrice, displayUsd, displayUsdOfCredits } from "./usd";

const amounts = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map((value) => formatCredits(nano(value)));

describe("amounts", () => {
  it("show at most four decimals, a real minus and grouped thousands", () => {
    expect(displayAmount("1234567.5")).toBe("1,234,567.5");
    expect(displayAmount("-8", { fixed: true })).toBe("−8.0000");
    expect(displayAmount("412.5", { fixed: true, sign: "always" })).toBe("+412.5000");
    expect(displayAmount("0.06125")).toBe("0.0613");
    expect(displayAmount("10000", { decimals: 0 })).toBe("10,000");
  });

  it("never show a false zero", () => {
    expect(displayAmount("0")).toBe("0");
    expect(displayAmount("0.00004")).toBe("<0.0001");
    expect(displayAmount("-0.000000001")).toBe("−<0.0001");
    expect(displayAmount("0.00005")).toBe("0.0001");
  });

  it("keep all nine decimals on hover, for every amount", () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(displayExactAmount(amount).replace("−", "-").replaceAll(",", "")).toBe(amount);
      }),
    );
  });
});

it("writes a sum exactly, on its decimal points", () => {
  expect(displaySum(["3542.76108432", "2.5", "-12"])).toEqual([
    "3,542.76108432",
    "2.50000000",
    "−12.00000000",
  ]);
  expect(displaySum(["10000", "-1"])).toEqual(["10,000", "−1"]);
});

describe("columns that are rounded to their sum", () => {
  it("add up to the total as it is shown, and move nothing by a whole unit", () => {
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 60 }), (column) => {
        const shown = roundToSum(column);
        expect(displayAmount(sumOf(shown))).toBe(displayAmount(displayedTotal(column)));
        column.forEach((amount, index) => {
          const moved = parseScaled(shown[index] ?? "0", 9) - parseScaled(amount, 9);
          expect(moved < 100_000n && moved > -100_000n).toBe(true);
        });
      }),
    );
  });

  it("lead from an amount to another, both rounded by themselves", () => {
    fc.assert(
      fc.property(amounts, fc.array(amounts, { maxLength: 9 }), (from, moved) => {
        const shown = roundWay(from, moved);
        const [first, last] = [roundToSum([from]), roundToSum([sumOf([from, ...moved])])];
        expect(sumOf([...first, ...shown])).toBe(sumOf(last));
        moved.forEach((amount, index) => {
          const off = parseScaled(shown[index] ?? "0", 9) - parseScaled(amount, 9);
          expect(off < 100_000n && off > -100_000n).toBe(true);
        });
      }),
    );
    // Each rounded by itself they would end at 1116.5277.
    expect(roundWay("522.00614", ["2100", "-2466.02626", "960.54794"])).toEqual([
      ...["2100", "-2466.0262", "960.5479"],
    ]);
  });

  // A total that is too small to show is "<0.0001", while the amounts as they are shown are zero.
  function displayedTotal(column: string[]): string {
    const total = parseScaled(sumOf(column), 9);
    return total < 50_000n && total > -50_000n ? "0" : sumOf(column);
  }
});

describe("dollars", () => {
  it("round to cents, and to two digits below a cent", () => {
    expect(displayUsd("41.254999")).toBe("$41.25");
    expect(displayUsd("1234567.005")).toBe("$1,234,567.01");
    expect(displayUsd("0.00612")).toBe("$0.0061");
    expect(displayUsd("0.000858585")).toBe("$0.00086");
    expect(displayUsd("0.00999")).toBe("$0.01");
    expect(displayUsd("0.000996")).toBe("$0.001");
    expect(displayUsd("-0.000000000007")).toBe("−$0.000000000007");
    expect(displayUsd("0")).toBe("$0.00");
    expect(["2.5", "0.075", "10000"].map(displayPrice)).toEqual(["$2.50", "$0.075", "$10,000.00"]);
  });

  it("are what credits are worth", () => {
    expect(displayUsdOfCredits("412.5", "0.1")).toBe("$41.25");
    expect(displayUsdOfCredits("-75", "0.1")).toBe("−$7.50");
    expect(displayUsdOfCredits("-0.0612", "0.1")).toBe("−$0.0061");
    expect(displayUsdOfCredits("0.05", "0.1")).toBe("$0.005");
    expect(displayUsdOfCredits("0.1", "0.1")).toBe("$0.01");
    expect(displayUsdOfCredits("-0.00858585", "0.1")).toBe("−$0.00086");
    expect(displayUsdOfCredits("0.0312", "0.1")).toBe("$0.0031");
    expect(displayUsdOfCredits("0", "0.1")).toBe("$0.00");
  });
});

describe("counts", () => {
  it("are grouped, or short with three digits that count", () => {
    expect(displayCount(18204)).toBe("18,204");
    expect(displayShortCount("26449000")).toBe("26.4 M");
    expect(displayShortCount(980)).toBe("980");
    expect(displayShortCount(1020)).toBe("1.02 K");
    expect(displayShortCount(999_999)).toBe("1 M");
    expect(displayShortCount("123456789012345678901234")).toBe("123,456,789 Q");
    expect(plural(1, "call")).toBe("1 call");
    expect(plural(1204, "call")).toBe("1,204 calls");
  });

  it("compare with what was before, when there was something", () => {
    expect(displayChange(112n, 100n)).toBe("+12 %");
    expect(displayChange(50n, 100n)).toBe("−50 %");
    expect(displayChange(5n, 0n)).toBeNull();
    expect(sharePercent(1n, 8n)).toBe(12.5);
    expect(sharePercent(9n, 8n)).toBe(100);
    expect(sharePercent(1n, 0n)).toBe(0);
  });
});

describe("times", () => {
  const at = new Date("2026-11-21T14:03:07.250Z");

  it("are UTC and say so", () => {
    expect(displayTime(at)).toBe("21 Nov 2026, 14:03 UTC");
    expect(displayShortTime(at)).toBe("21 Nov 14:03");
    expect(displayRange("2026-10-23", "2026-11-21")).toBe("23 Oct – 21 Nov 2026");
    expect(displayRange("2026-11-01", "2026-11-21")).toBe("1 – 21 Nov 2026");
    expect(displayRange("2025-12-31", "2026-01-01")).toBe("31 Dec 2025 – 1 Jan 2026");
  });

  it("have presets that end today, and survive months of any length", () => {
    expect(daysOfPreset("30d", "2026-03-01")).toEqual({ from: "2026-01-31", to: "2026-03-01" });
    expect(daysOfPreset("last_month", "2026-03-31")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(daysOfPreset("12m", "2026-03-31")).toEqual({ from: "2025-04-01", to: "2026-03-31" });
    expect(daysOfPreset("yesterday", "2026-03-01")).toEqual({ from: "2026-02-28", to: "2026-02-28" });
    expect(daysOfQuery({ range: "this_month" }, "2026-11-21")).toEqual({
      from: "2026-11-01",
      to: "2026-11-21",
    });
    expect(daysOfQuery({ from: "2026-11-21", to: "2026-11-01" }, "2026-11-21")).toEqual({
      from: "2026-11-01",
      to: "2026-11-21",
    });
    expect(daysOfQuery({ from: "2026-02-30", to: "x" }, "2026-11-21")).toBeNull();
  });
});

it("shortens ids in the middle", () => {
  expect(shortenId("019aa1b2c3d4e5f60718293a4b5c6d7e")).toBe("019aa1b2…6d7e");
  expect(shortenId("019aa1b2-c3d4-e5f6-0718-293a4b5c6d7e")).toBe("019aa1b2…6d7e");
  expect(shortenId("a".repeat(25))).toBe("aaaaaaaa…aaaa");
  expect(shortenId("mistral-7b-atlas")).toBe("mistral-7b-atlas");
  expect(shortenId("pi_short")).toBe("pi_short");
});
