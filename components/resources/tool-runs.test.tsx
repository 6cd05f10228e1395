import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { WalletSummary, WalletView } from "@/lib/metering/read-wallet";
import { textOf } from "@/lib/testing/text-of";
import { ToolRunsNotice } from "./tool-runs";

const RUNS: WalletView = {
  ...{ balance: "0", held: "0", available: "0", allocation: "10000", used: "10000" },
  ...{
    used_percent: 100,
    remaining_percent: 0,
    status: "exhausted",
    last_posted_at: "2026-11-21T10:00:00.000Z",
  },
};

function noticeOf(runs: Partial<WalletView>): string {
  const toolRuns = { ...RUNS, ...runs };
  const wallet: WalletSummary = {
    ...toolRuns,
    ...{ account_id: "a", unit: "ECU", balance_usd: "0", credit_usd_value: "0.1", tool_runs: toolRuns },
  };
  return textOf(
    renderToStaticMarkup(
      <QueryClientProvider client={new QueryClient()}>
        <ToolRunsNotice wallet={wallet} />
      </QueryClientProvider>,
    ),
  );
}

it("says that all tool runs are used, or that there are none, and nothing while some are left", () => {
  expect(noticeOf({})).toContain("All 10,000 tool runs are used.");
  expect(noticeOf({ allocation: "0", used: "0" })).toContain("There are no tool runs in this account.");
  expect(noticeOf({ balance: "1", status: "low" })).toBe("");
});
