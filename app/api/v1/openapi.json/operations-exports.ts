import type { Operation } from "@/lib/web/openapi/document";
import { GET as exportFocus } from "../focus.csv/route";
import { GET as exportParquet } from "../usage-events.parquet/route";

const tag = "Metering";

/** Files for programs that compute with usage. */
export const EXPORTS: readonly Operation[] = [
  {
    method: "get",
    path: "/api/v1/focus.csv",
    tag,
    summary: "Export purchases and usage in the format of FOCUS 1.2",
    description:
      "The FinOps Open Cost and Usage Specification, with credit as a virtual currency: bought in dollars, used up in ECU. The sum of " +
      "PricingCurrencyEffectiveCost in ECU is what was charged for usage of these days. Needs ledger:read besides.",
    endpoint: exportFocus.endpoint,
    answer: {
      status: 200,
      description: "A row for each purchase, and for each day and kind of usage.",
      type: "text/csv",
    },
  },
  {
    method: "get",
    path: "/api/v1/usage-events.parquet",
    tag,
    summary: "Export usage events as Parquet",
    description:
      "The events of the list and of its CSV file, with types: times, whole numbers, and decimals that keep every digit.",
    endpoint: exportParquet.endpoint,
    answer: { status: 200, description: "A Parquet file.", type: "application/vnd.apache.parquet" },
  },
];
