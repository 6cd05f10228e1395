import { z } from "zod";
import { UNITS } from "@/lib/values/ids";
import type { EventType } from "./rules/event-types";

// What an event says. The schemas describe it for customers, and are what callers of `announce` are held to.

const amount = z.string().describe("ECU as a decimal string; tool runs whole.");
const unit = z.enum(UNITS);
const time = z.iso.datetime();
const transactionId = z.string().describe("The row of the ledger, txn_….");

const Authorization = z.object({
  id: z.uuid(),
  status: z.enum(["open", "captured", "released", "expired"]),
  unit,
  amount: amount.describe("What was held."),
  used: amount.nullable().describe("What was charged; null unless it was captured."),
  description: z.string(),
  ref_type: z.string().nullable(),
  ref_id: z.string().nullable(),
});

const Instance = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.enum(["running", "stopped", "failed", "interrupted"]),
  resource: z.string().nullable().describe("What it runs, as kind/id."),
  hardware: z.string(),
  units: z.int(),
  at: time.describe("When it started or ended."),
  reason: z.string().nullable().describe("Why it ended; null when it started."),
});

const Recharge = z.object({
  id: z.uuid().describe("The attempt."),
  credits: amount,
  amount_usd: z.string().describe("What is charged."),
  detail: z.string().nullable().describe("What the payment provider said, or what there is to do."),
});

/** What each type of event carries in `data`. */
export const EVENT_DATA = {
  "balance.added": z.object({
    unit,
    transaction_id: transactionId,
    type: z.string().describe("topup, auto_recharge, bonus …"),
    amount,
    balance_after: amount,
  }),
  "balance.threshold_crossed": z.object({
    unit,
    threshold: z.object({
      kind: z.enum(["used_percent", "remaining_percent", "amount"]),
      value: z.string().describe("Percent, or an amount of the unit."),
    }),
    level: amount.describe("The balance at which it lies now."),
    allocation: amount.describe("The balance right after credit was last added."),
    balance: amount,
  }),
  "balance.exhausted": z.object({ unit, balance: amount, allocation: amount }),
  "budget.threshold_crossed": z.object({
    budget_id: z.uuid(),
    name: z.string(),
    percent: z.int(),
    limit: amount,
    spent: amount,
    period_from: z.iso.date(),
    mode: z.string().describe("hard refuses, warn only says so."),
  }),
  "recharge.succeeded": Recharge,
  "recharge.failed": Recharge,
  "recharge.action_required": Recharge,
  "authorization.created": Authorization,
  "authorization.captured": Authorization,
  "authorization.released": Authorization,
  "authorization.expired": Authorization,
  "instance.started": Instance,
  "instance.stopped": Instance,
  "instance.interrupted": Instance,
  "transaction.corrected": z.object({
    unit,
    transaction_id: transactionId.describe("The row of the correction."),
    corrects: transactionId.nullable().describe("The row that it puts right, if it is about one."),
    amount,
    balance_after: amount,
    reason: z.string(),
  }),
  "anomaly.detected": z.object({
    day: z.iso.date().describe("UTC."),
    spent: amount,
    usual_from: amount,
    usual_to: amount.describe("What such a weekday usually comes to."),
  }),
  "webhook.test": z.object({ endpoint_id: z.uuid(), message: z.string() }),
} as const satisfies Record<EventType, z.ZodType>;

/** What a type of event carries. */
export type EventData<Type extends EventType> = z.input<(typeof EVENT_DATA)[Type]>;
