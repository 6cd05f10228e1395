import { expect, it } from "vitest";
import { percentInWords, toneOfUse, leftInWords } from "./budget";

const of = (limit: string) => (remaining: string) => ({ limit, remaining });

it("says what is used as every share is said, nothing and all of nothing and all only", () => {
  const words = (remaining: string) => percentInWords(of("1000")(remaining));
  expect(["1000", "999.9", "999", "450", "1", "0.001", "0"].map(words)).toEqual([
    ...["0 %", "<0.1 %", "0.1 %", "55 %", "99.9 %", ">99.9 %", "100 %"],
  ]);
});

it("says by how much a limit is gone beyond", () => {
  const words = (remaining: string) => percentInWords(of("1000")(remaining));
  expect(["-0.001", "-1", "-888.9", "-884.95"].map(words)).toEqual([
    ...[">100 %", "100.1 %", "188.9 %", "188.5 %"],
  ]);
});

it("warns from exactly four fifths, and is red from exactly all", () => {
  const tone = (remaining: string) => toneOfUse(of("100")(remaining));
  expect(["20.000000001", "20", "0.000000001", "0", "-1"].map(tone)).toEqual([
    ...["accent", "warn", "warn", "bad", "bad"],
  ]);
  expect(toneOfUse(of("0")("0"))).toBe("accent");
});

it.each([
  ["5.1", true, "has only 5.1 ECU left of 141 ECU"],
  ["5.1", false, "has 5.1 ECU left of 141 ECU"],
  ["0", true, "has nothing left of 141 ECU"],
  ["-11.1745415", true, "has nothing left of 141 ECU"],
])("with %s remaining says what is left, and whether that is too little (%s)", (remaining, only, words) => {
  expect(leftInWords({ remaining, limit: "141" }, only)).toBe(words);
});
