import { z } from "zod";
import {
  ExplanationAnswer,
  RateCardAnswer,
  TransactionAnswer,
  UsageResults,
  UsageSummary,
  WalletAnswer,
} from "@/lib/metering/schema-answers";
import { MAX_EVENTS, UsageEventInput } from "@/lib/metering/schema";
import { EventAnswer } from "@/lib/metering/schema-events";
import { PurchaseAnswer } from "@/lib/purchases/schema-api";
import type { Operation } from "@/lib/web/openapi/document";
import { GET as readRateCard } from "../credits/rate-cards/route";
import { GET as readWallet } from "../credits/wallet/route";
import { GET as readPurchase } from "../purchases/[id]/route";
import { GET as listPurchases, POST as buy } from "../purchases/route";
import { GET as explainTransaction } from "../transactions/[id]/route";
import { GET as exportTransactions } from "../transactions.csv/route";
import { GET as listTransactions, POST as postTransaction } from "../transactions/route";
import { GET as readEvent } from "../usage-events/[id]/route";
import { GET as listEvents, POST as recordUsage } from "../usage-events/route";
import { GET as exportEvents } from "../usage-events.csv/route";
import { APPROVALS } from "./operations-approvals";
import { CONSUMPTION } from "./operations-consumption";
import { EXPORTS } from "./operations-exports";
import { EXTERNAL } from "./operations-external";
import { INSTANCES } from "./operations-instances";
import { GATEWAY } from "./operations-gateway";
import { PREFLIGHT } from "./operations-preflight";
import { STATEMENTS } from "./operations-statements";
import { TABS } from "./operations-tabs";
import { WEBHOOKS } from "./operations-webhooks";
import { GET as exportUsage } from "../usage.csv/route";
import { GET as readUsage } from "../usage/route";

const ok = (description: string, schema: z.ZodType) => ({ status: 200, description, schema });
const csv = (description: string) => ({ status: 200, description, type: "text/csv" });

/** Every call of the API that is described, in the order in which a newcomer needs them. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: "post",
    path: "/api/v1/usage-events",
    tag: "Metering",
    summary: "Meter one to a thousand calls",
    description:
      "Each event is answered on its own, in order. What has run is always charged, into negative credit if need be; an event with enforce is " +
      "refused instead. The same id is never charged twice: with the same content it is answered as the first time, with other content it is refused. " +
      "One event may also be sent by itself, or several as an array.",
    endpoint: recordUsage.endpoint,
    body: z.object({ events: z.array(UsageEventInput).min(1).max(MAX_EVENTS) }),
    example: {
      events: [{ id: "call-1", model: "gpt-4o", operation: "chat", input_tokens: 1204, output_tokens: 310 }],
    },
    answer: { status: 207, description: "What became of each event.", schema: UsageResults },
  },
  {
    method: "get",
    path: "/api/v1/usage",
    tag: "Usage",
    summary: "Read what was used",
    description:
      "By UTC day, model, type, feature, member, team, project, key or category. Totals are of all rows. With compare each row stands beside what the " +
      "same group used before.",
    endpoint: readUsage.endpoint,
    answer: ok("Sums, newest day first.", UsageSummary),
  },
  {
    method: "get",
    path: "/api/v1/usage.csv",
    tag: "Usage",
    summary: "Export what was used",
    endpoint: exportUsage.endpoint,
    answer: csv("The same rows as CSV."),
  },
  {
    method: "get",
    path: "/api/v1/usage-events",
    tag: "Metering",
    summary: "List usage events",
    description:
      "What the sums of usage are made of: a plain array, newest first. Go on with before, or with the Link header.",
    endpoint: listEvents.endpoint,
    answer: ok("Events.", z.array(EventAnswer)),
  },
  {
    method: "get",
    path: "/api/v1/usage-events/{id}",
    tag: "Metering",
    summary: "Read a usage event",
    description:
      "transaction_id names the row that charged it; explain that one to see how the charge came about.",
    endpoint: readEvent.endpoint,
    answer: ok("The event.", EventAnswer),
  },
  {
    method: "get",
    path: "/api/v1/usage-events.csv",
    tag: "Metering",
    summary: "Export usage events",
    endpoint: exportEvents.endpoint,
    answer: csv("All events under the filter, in the order of the list."),
  },
  {
    method: "get",
    path: "/api/v1/credits/wallet/",
    tag: "Credits",
    summary: "Read the balance",
    endpoint: readWallet.endpoint,
    answer: ok("What is left of credits and tool runs.", WalletAnswer),
  },
  {
    method: "get",
    path: "/api/v1/credits/rate-cards/",
    tag: "Credits",
    summary: "Read the live rate card",
    description: "As it applies to the account. Name a model to see its prices in the price list.",
    endpoint: readRateCard.endpoint,
    answer: ok("The card in force.", RateCardAnswer),
  },
  {
    method: "get",
    path: "/api/v1/transactions",
    tag: "Ledger",
    summary: "List transactions",
    description:
      "A plain array, newest first; also under /billing/transactions. Go on with before, or with the Link header.",
    endpoint: listTransactions.endpoint,
    answer: ok("Rows of the ledger.", z.array(TransactionAnswer)),
  },
  {
    method: "get",
    path: "/api/v1/transactions.csv",
    tag: "Ledger",
    summary: "Export transactions",
    endpoint: exportTransactions.endpoint,
    answer: csv("All rows under the filter, as CSV."),
  },
  {
    method: "get",
    path: "/api/v1/transactions/{id}",
    tag: "Ledger",
    summary: "Explain a transaction",
    endpoint: explainTransaction.endpoint,
    answer: ok("The row and its reasons.", ExplanationAnswer),
  },
  {
    method: "post",
    path: "/api/v1/transactions",
    tag: "Ledger",
    summary: "Post a transaction",
    description:
      "For platform keys: grants, corrections, and rows of accounts that move in from another billing system. The type says which sign the amount may have.",
    endpoint: postTransaction.endpoint,
    keyed: true,
    example: {
      type: "contract_grant",
      amount: "100000",
      description: "Contract 2026-17: cash part",
      ref_type: "contract",
      ref_id: "2026-17",
    },
    answer: { status: 201, description: "The row as it stands in the ledger.", schema: TransactionAnswer },
  },
  {
    method: "post",
    path: "/api/v1/purchases",
    tag: "Purchases",
    summary: "Begin a purchase of credit",
    description:
      "The price is fixed now. Send a person to checkout_url to pay; the credit is in the ledger once the payment succeeded. " +
      "The same Idempotency-Key is the same purchase.",
    endpoint: buy.endpoint,
    example: { credits: "500" },
    answer: { status: 201, description: "The purchase, open.", schema: PurchaseAnswer },
  },
  {
    method: "get",
    path: "/api/v1/purchases",
    tag: "Purchases",
    summary: "List purchases",
    description: "A plain array, newest first. Go on with before, or with the Link header.",
    endpoint: listPurchases.endpoint,
    answer: ok("Purchases.", z.array(PurchaseAnswer)),
  },
  {
    method: "get",
    path: "/api/v1/purchases/{id}",
    tag: "Purchases",
    summary: "Read a purchase",
    endpoint: readPurchase.endpoint,
    answer: ok("The purchase.", PurchaseAnswer),
  },
  ...CONSUMPTION,
  ...EXPORTS,
  ...STATEMENTS,
  ...EXTERNAL,
  ...PREFLIGHT,
  ...GATEWAY,
  ...APPROVALS,
  ...INSTANCES,
  ...WEBHOOKS,
  ...TABS,
];
