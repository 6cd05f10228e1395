import { expect, it } from "vitest";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { writtenOf } from "./bars-reading";
import { rankSeries } from "./rank-series";

it("reads a place as the table beside the chart writes it, and its parts add up to that", () => {
  const data = ["0.00005", "0.00006", "0.00007"].map((value, no) => ({ at: "1", series: `s${no}`, value }));
  const { series, stacks } = rankSeries(data, ["1"]);
  const stack = { before: {}, values: {}, total: "0", at: "1", ...stacks[0] };
  expect(writtenOf(stack, series).total).toBe("0.0002");
  for (const shown of ["0.0001", "0.0002"]) {
    const written = writtenOf({ ...stack, shown }, series);
    expect(written.total).toBe(shown);
    expect(sumOf(written.amounts)).toBe(shown);
  }
  // Of some of them alone the table has no total.
  expect(writtenOf({ ...stack, shown: "0.0001" }, series.slice(0, 2)).total).toBe("0.0001");
  expect(writtenOf({ ...stack, shown: "0.0003" }, series.slice(0, 1)).total).toBe("0.0001");
});
