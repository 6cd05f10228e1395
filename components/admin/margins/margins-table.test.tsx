import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { MarginRow } from "@/lib/metering/margins";
import { parseUsd } from "@/lib/values/usd";
import { MarginsTable } from "./margins-table";

const rowOf = (value: string, revenue: string, uncosted: string, cost: string): MarginRow => ({
  ...{ value, name: value, calls: 1, ownKeyCalls: 0, isBelow: false, markupPpm: 1_300_000n },
  ...{ ownKeyRevenue: parseUsd("0"), required: parseUsd(cost), marginPpm: 230_769n },
  ...{ revenue: parseUsd(revenue), uncostedRevenue: parseUsd(uncosted), cost: parseUsd(cost) },
});

it("has beside the revenue what of it has a cost, so that its margin can be worked out", () => {
  const rows = [
    rowOf("chat", "13", "0", "10"),
    rowOf("mixed", "64.36", "64.29", "0.05"),
    rowOf("gpu", "48", "48", "0"),
  ];
  const html = renderToStaticMarkup(
    <MarginsTable
      caption="Margins"
      head="Feature"
      rows={rows}
      most={20}
      total={rowOf("total", "125.36", "112.29", "10.05")}
      hrefOf={(value) => `/admin/margins?feature=${value}`}
    />,
  );
  const cells = [...html.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, cell = ""]) =>
    cell.replaceAll(/<[^>]*>/g, ""),
  );
  const column = cells.indexOf("With a cost");
  const width = cells.length / 5;
  const shown = [1, 2, 3, 4].map((row) => cells[row * width + column]);
  expect(shown).toEqual(["$13.00", "$0.07", "—", "$13.07"]);
});
