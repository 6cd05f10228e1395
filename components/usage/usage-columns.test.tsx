import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { textOf } from "@/lib/testing/text-of";
import { countedAs } from "./counted";
import type { Dimension } from "./dimensions";
import type { Grouping, UsageLine } from "./group-usage";
import { type ShownLine, usageColumns } from "./usage-columns";

const LINE: UsageLine = {
  ...{ day: "2026-11-21", group: "gpt-4o", type: "embedding", category: "inference" },
  ...{ calls: 12, input: 3_000, output: 500, toolRuns: 0, charge: "1.5", reRated: "0", runsReRated: 0 },
  before: null,
};
const TOTAL: ShownLine = { ...LINE, shown: "1.5", shownBefore: "0", shownReRated: "0" };

function columnsOf(
  grouping: Grouping,
  by: Dimension = "model",
  counted = { called: 12, byTime: 0 },
  lines = [LINE],
) {
  return usageColumns({
    ...{ lines, by, grouping, total: TOTAL, names: {}, creditValue: "0.1", compared: false },
    counts: countedAs(counted),
    hrefWith: () => "/usage/calls",
  });
}

const headsOf = (...asked: Parameters<typeof columnsOf>) => columnsOf(...asked).map(({ head }) => head);

describe("the table of usage", () => {
  it("has the day, the model, its type, calls, tokens and cost of API calls", () => {
    expect(headsOf("all")).toEqual(["Date (UTC)", "Model", "Type", "Calls", "Tokens", "Cost (ECU)"]);
    expect(headsOf("day")).toEqual(["Date (UTC)", "Calls", "Tokens", "Cost (ECU)"]);
    expect(headsOf("group", "project")).toEqual(["Project", "Calls", "Tokens", "Cost (ECU)"]);
  });

  it("counts events where not all of them are calls", () => {
    expect(headsOf("all", "model", { called: 12, byTime: 3 })).toContain("Events");
    expect(headsOf("all", "model", { called: 0, byTime: 3 })).toContain("Events");
  });

  it("says the kind of a call, its tokens in and out, and its cost in dollars too", () => {
    const html = renderToStaticMarkup(
      <>
        {columnsOf("all").map(({ key, cell }) => (
          <p key={key}>{cell(TOTAL)}</p>
        ))}
      </>,
    );
    expect(textOf(html)).toContain("21 Nov 2026 gpt-4o embedding 12 calls 3,500 tokens");
    expect(html).toContain("3,000 input + 500 output");
    expect(html).toContain("$0.15");
  });
});
