import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { formatCredits, nano } from "../money";
import { displayAmount, displayExactAmount } from "./amount";
import { displayCount, displayShortCount } from "./count";
import { askNumberStyle, NUMBER_STYLES, readStyle, styleOf, writtenStyle } from "./number-style";
import { displayPrice, displayUsd, displayUsdOfCredits } from "./usd";

afterEach(() => askNumberStyle(() => undefined));

const amounts = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }).map((value) => formatCredits(nano(value)));

describe("a reader's own style", () => {
  it("is that of all amounts, counts and dollars", () => {
    askNumberStyle(() => styleOf("point", null));
    expect(displayAmount("1234567.5", { fixed: true })).toBe("1.234.567,5000");
    expect(displayCount(18_204)).toBe("18.204");
    expect(displayShortCount("26449000")).toBe("26,4 M");
    expect(displayUsdOfCredits("-1234.56", "0.1")).toBe("−$123,46");
    expect([displayUsd("0.0061"), displayUsd("1234.5"), displayPrice("2.5")]).toEqual([
      "$0,0061",
      "$1.234,50",
      "$2,50",
    ]);
    askNumberStyle(() => styleOf("indian", null));
    expect(["999", "1000", "99999", "1234567", "1234567890"].map(displayCount)).toEqual([
      "999",
      "1,000",
      "99,999",
      "12,34,567",
      "1,23,45,67,890",
    ]);
  });

  it("loses no digit of any amount", () => {
    for (const name of NUMBER_STYLES) {
      const style = styleOf(name, "de-CH,en;q=0.5");
      askNumberStyle(() => style);
      fc.assert(
        fc.property(amounts, (amount) => {
          const shown = displayExactAmount(amount).replace("−", "-").replaceAll(style.group, "");
          expect(shown.replace(style.point, ".")).toBe(amount);
        }),
        { numRuns: 50 },
      );
    }
  });

  it("survives the way to the browser", () => {
    for (const name of NUMBER_STYLES) {
      const style = styleOf(name, "fr-FR");
      expect(readStyle(writtenStyle(style))).toEqual(style);
    }
  });

  it("is by the browser's language where nobody chose one, and English where that says nothing", () => {
    const written = (languages: string | null) => writtenStyle(styleOf("browser", languages));
    expect(written("de-DE,de;q=0.9,en;q=0.8")).toBe(".,");
    expect(written("fr")).toBe("\u00a0,");
    expect(written("de-CH")).toBe("’.");
    expect(written("en-IN")).toBe(",.i");
    expect(written("ar-EG")).toHaveLength(2);
    for (const languages of [null, "", "*", "en-US", "x-nonsense-!", "zz"])
      expect(written(languages)).toBe(",.");
    expect(readStyle("..")).toEqual(readStyle(undefined));
  });
});
