import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { WalletSummary, WalletView } from "@/lib/metering/read-wallet";
import { textOf } from "@/lib/testing/text-of";
import { AllocationCard } from "./allocation-card";

const VIEW: WalletView = {
  ...{ balance: "87.8437", held: "0", available: "87.8437", allocation: "300", used: "212.1563" },
  ...{
    used_percent: 70.72,
    remaining_percent: 29.28,
    status: "moderate",
    last_posted_at: "2026-11-21T10:00:00.000Z",
  },
};
const RUNS: Partial<WalletView> = {
  ...{ balance: "9955", available: "9955", allocation: "10000", used: "45" },
  ...{ used_percent: 0.45, remaining_percent: 99.55, status: "healthy" },
};

function cardOf(unit: "credit" | "tool_run", view: Partial<WalletView> = {}): string {
  const wallet: WalletSummary = {
    ...VIEW,
    ...(unit === "credit" ? view : {}),
    ...{ account_id: "a", unit: "ECU", balance_usd: "0", credit_usd_value: "0.1" },
    tool_runs: { ...VIEW, ...RUNS, ...(unit === "tool_run" ? view : {}) },
  };
  return textOf(
    renderToStaticMarkup(
      <QueryClientProvider client={new QueryClient()}>
        <AllocationCard wallet={wallet} unit={unit} />
      </QueryClientProvider>,
    ),
  );
}

it("says how many credits and runs are used of how many there were, with their share", () => {
  expect(cardOf("credit")).toMatch(/^Credits used 70\.7 % used 212\.16 of 300\.00 ECU 29\.3 % left/);
  expect(cardOf("tool_run")).toMatch(/^Tool runs used 0\.4 % used 45 of 10,000 runs 99\.6 % left/);
});

it("calls nothing of nothing no share", () => {
  const nothing = {
    balance: "0",
    available: "0",
    allocation: "0",
    used: "0",
    used_percent: 100,
    remaining_percent: 0,
  };
  expect(cardOf("tool_run", { ...nothing, status: "exhausted" })).toContain("Tool runs used — 0 of 0 runs");
});
