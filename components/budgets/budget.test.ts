import { expect, it } from "vitest";
import { percentInWords } from "./budget";

it("says 100 % only when all is used, and rounds what is over", () => {
  const used = (remaining: string) => percentInWords({ limit: "1000", remaining });
  expect(["1000", "999", "0.001", "0", "-1"].map(used)).toEqual(["0 %", "<1 %", "99 %", "100 %", "100 %"]);
  expect(["-888.9", "-884.9"].map(used)).toEqual(["189 %", "188 %"]);
});
