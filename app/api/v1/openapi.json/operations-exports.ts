import type { Operation } from "@/lib/web/openapi/document";
import { GET as exportAudit } from "../audit.csv/route";
import { GET as exportCreditNotes } from "../credit-notes.csv/route";
import { GET as exportRates } from "../credits/rate-cards.csv/route";
import { GET as exportGrants } from "../grants.csv/route";
import { GET as exportMembers } from "../members.csv/route";
import { GET as exportReceipts } from "../receipts.csv/route";
import { GET as exportMonths } from "../statements.csv/route";
import { GET as exportDeliveries } from "../webhooks/[id]/deliveries.csv/route";
import { GET as exportFocus } from "../focus.csv/route";
import { GET as exportParquet } from "../usage-events.parquet/route";

/** Files for programs that compute with usage. */
export const EXPORTS: readonly Operation[] = [
  {
    method: "get",
    path: "/api/v1/focus.csv",
    tag: "Usage",
    summary: "Export purchases and usage in the format of FOCUS 1.2",
    description:
      "The FinOps Open Cost and Usage Specification, with credit as a virtual currency: bought in dollars, used up in ECU. The sum of " +
      "PricingCurrencyEffectiveCost in ECU is what was charged for usage of these days. What was consumed is counted in Tokens, else in Calls; what is " +
      "metered by time in Hours, GPU-Hours, CPU-Hours, vCPU-Hours, GB-Hours or GB-Days, and in Usage Events where its events measured nothing of the kind. Credit " +
      "that was paid through this console is billed at what was paid, before tax; what it was sold for elsewhere is not known here, and it is billed at the price of " +
      "credit on its day. InvoiceId is the number of the receipt or credit note. What usage has for its cost is its credit at its value on that day, whatever was paid " +
      "for it, also where it was given. Needs ledger:read besides.",
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
    tag: "Metering",
    summary: "Export usage events as Parquet",
    description:
      "The events of the list and of its CSV file, with types: times, whole numbers, and decimals that keep every digit.",
    endpoint: exportParquet.endpoint,
    answer: { status: 200, description: "A Parquet file.", type: "application/vnd.apache.parquet" },
  },
  {
    method: "get",
    path: "/api/v1/grants.csv",
    tag: "Ledger",
    summary: "Export grants",
    endpoint: exportGrants.endpoint,
    answer: { status: 200, description: "Every grant of a wallet as CSV.", type: "text/csv" },
  },
  {
    method: "get",
    path: "/api/v1/statements.csv",
    tag: "Ledger",
    summary: "Export the sums of each month",
    description:
      "Opening + added − used = closing. Added is all that came to the balance, charges given back among it; used is all that left it: charges, and what refunds, " +
      "disputes, expiries and corrections took. is_over is false of the month that is not over yet.",
    endpoint: exportMonths.endpoint,
    answer: {
      status: 200,
      description: "Opening, added, used and closing of each month, newest first.",
      type: "text/csv",
    },
  },
  {
    method: "get",
    path: "/api/v1/receipts.csv",
    tag: "Ledger",
    summary: "Export receipts",
    description:
      "What added to a wallet. What was paid for has its receipt's number and its dollars: all that was paid, the tax in it and the rest, and what has gone back since; " +
      "tax_usd is empty where none was added. What was paid elsewhere, and what was given, has neither number nor dollars.",
    endpoint: exportReceipts.endpoint,
    answer: { status: 200, description: "Every addition as CSV, newest first.", type: "text/csv" },
  },
  {
    method: "get",
    path: "/api/v1/credit-notes.csv",
    tag: "Ledger",
    summary: "Export credit notes",
    description: "Money that was paid back, with the tax in it, and the credit that was withdrawn for it.",
    endpoint: exportCreditNotes.endpoint,
    answer: { status: 200, description: "Every credit note as CSV, newest first.", type: "text/csv" },
  },
  {
    method: "get",
    path: "/api/v1/credits/rate-cards.csv",
    tag: "Credits",
    summary: "Export prices",
    endpoint: exportRates.endpoint,
    answer: {
      status: 200,
      description: "The live rate card as it applies to the account.",
      type: "text/csv",
    },
  },
  {
    method: "get",
    path: "/api/v1/members.csv",
    tag: "Account",
    summary: "Export members",
    endpoint: exportMembers.endpoint,
    answer: {
      status: 200,
      description: "The people of the account, with their roles and teams.",
      type: "text/csv",
    },
  },
  {
    method: "get",
    path: "/api/v1/audit.csv",
    tag: "Account",
    summary: "Export the audit log",
    endpoint: exportAudit.endpoint,
    answer: { status: 200, description: "Who changed what, newest first.", type: "text/csv" },
  },
  {
    method: "get",
    path: "/api/v1/webhooks/{id}/deliveries.csv",
    tag: "Webhooks",
    summary: "Export the log of an endpoint",
    endpoint: exportDeliveries.endpoint,
    answer: {
      status: 200,
      description: "Deliveries of the last 30 days under the filter, newest first.",
      type: "text/csv",
    },
  },
];
