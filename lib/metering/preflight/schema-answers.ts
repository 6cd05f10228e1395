import { z } from "zod";
import { UNITS } from "@/lib/values/ids";
import { TransactionAnswer } from "../schema-ledger";

const unit = z.enum(UNITS);
const amount = z.string().describe("ECU as a decimal string; tool runs whole.");
const note = z.object({
  code: z.string().describe("insufficient_credits, budget_exceeded, budget_warning, mandate_exceeded …"),
  detail: z.string().describe("What is short, and what to do."),
});

/** The answer to `POST /api/v1/estimates`. */
export const EstimateAnswer = z.object({
  allowed: z.boolean().describe("Whether it fits what is available and every hard budget, now."),
  unit,
  worst_case: amount,
  worst_case_usd: z.string().nullable(),
  breakdown: z.array(
    z.object({
      description: z.string(),
      feature: z.string(),
      count: z.int(),
      each: amount,
      amount,
      steps: z.array(z.string()).describe("The computation of one of them in words."),
      rate_card: z.int().describe("The version of the rate card."),
    }),
  ),
  wallet: z.object({ balance: amount, held: amount, available: amount, would_remain: amount }),
  budgets: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      kind: z.enum(["budget", "mandate"]),
      scope: z.string(),
      scope_value: z.string(),
      period: z.string(),
      mode: z.string().describe("hard refuses, warn only says so."),
      limit: amount,
      spent: amount,
      held: amount,
      remaining: amount,
      would_remain: amount,
      resets_at: z.iso.datetime().nullable(),
    }),
  ),
  refusals: z.array(note).describe("Why it would be refused; empty when it is allowed."),
  warnings: z.array(note).describe("Budgets that only warn, and would be passed."),
});

/** An authorization as the API answers it. */
export const AuthorizationAnswer = z.object({
  id: z.uuid(),
  status: z.enum(["open", "captured", "released", "expired"]),
  unit,
  amount,
  used: amount.nullable(),
  description: z.string(),
  feature: z.string(),
  model: z.string(),
  member: z.string(),
  team: z.string(),
  project: z.string(),
  mandate: z.string().nullable(),
  ref_type: z.string().nullable(),
  ref_id: z.string().nullable(),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime().nullable(),
  ended_at: z.iso.datetime().nullable(),
  transactions: z.array(TransactionAnswer).describe("The rows that the capture wrote."),
});
