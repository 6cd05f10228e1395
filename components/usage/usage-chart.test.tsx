import {
  PathnameContext,
  SearchParamsContext,
} from "next/dist/shared/lib/hooks-client-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { UsageLine } from "./group-usage";
import { UsageChart } from "./usage-chart";

const NOTHING = { calls: 0, input: 0, output: 0, toolRuns: 0, charge: "0", reRated: "0", runsReRated: 0 };
const line = (day: string, group: string, numbers: Partial<UsageLine>): UsageLine => ({
  ...{ day, group, type: "", category: group, before: null },
  ...NOTHING,
  ...numbers,
});
const LINES = [
  line("2026-11-20", "inference", { calls: 4, input: 900, charge: "2.5" }),
  line("2026-11-20", "tools", { calls: 7, toolRuns: 7 }),
  line("2026-11-21", "tools", { calls: 1_204, toolRuns: 1_204 }),
];

function trend(query: string, lines = LINES): string {
  return renderToStaticMarkup(
    <PathnameContext value="/usage">
      <SearchParamsContext value={new URLSearchParams(query)}>
        <UsageChart
          title="Usage trend"
          {...{ lines, names: {}, by: "category", counts: "call", before: null }}
          days={{ from: "2026-11-20", to: "2026-11-21" }}
          shown={{ groups: {}, days: {} }}
          onDays={() => undefined}
        />
      </SearchParamsContext>
    </PathnameContext>,
  );
}

it("shows credits by UTC day, and tool runs when they are chosen", () => {
  expect(trend("")).toContain("Cost by category, per UTC day");
  expect(trend("")).toContain('aria-label="20 Nov: 2.5000 ECU; Model inference 2.5000 ECU"');
  const runs = trend("metric=runs");
  expect(runs).toContain("Tool runs by category, per UTC day");
  expect(runs).toContain('aria-label="20 Nov: 7; Tool runs 7"');
  expect(runs).not.toContain("Model inference");
  expect(runs.match(/data-part="bar"/g)).toHaveLength(2);
});

it("writes counts to the last digit, as the table below does", () => {
  const runs = trend("metric=runs");
  expect(runs).toContain('aria-label="21 Nov: 1,204; Tool runs 1,204"');
  expect(runs).toContain("1,211</span>");
});

it("offers no tool runs where there were none", () => {
  expect(trend("")).toContain(">Tool runs</button>");
  expect(trend("", LINES.slice(0, 1))).not.toContain(">Tool runs</button>");
});
