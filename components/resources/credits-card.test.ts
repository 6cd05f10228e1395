import { expect, it } from "vitest";
import { inBrief } from "./credits-card";

it("is rounded in brief, and cut off nowhere", () => {
  expect(["776.685", "699.49", "99.99994", "77", "1234.5", "0"].map(inBrief)).toEqual([
    ...["777", "699", "99.9999", "77", "1,235", "0"],
  ]);
});
