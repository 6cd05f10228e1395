"use client";

import { Segments } from "@/components/ui/segments";
import { useUrlQuery } from "@/components/ui/use-url-query";

const WALLETS = [
  { value: "credit", label: "Credits" },
  { value: "tool_run", label: "Tool runs" },
] as const;

/** Which wallet is shown; in the URL. */
export function WalletChoice() {
  const { query, setQuery } = useUrlQuery(["unit"]);
  return (
    <Segments
      label="Wallet"
      options={WALLETS}
      value={query.unit === "tool_run" ? "tool_run" : "credit"}
      onChange={(unit) => setQuery({ unit: unit === "credit" ? null : unit })}
    />
  );
}
