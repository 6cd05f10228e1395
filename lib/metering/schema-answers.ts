import { z } from "zod";
import { UNITS } from "@/lib/values/ids";
import { TransactionAnswer } from "./schema-ledger";
import { USAGE_DIMENSIONS } from "./schema-usage";

// What the API answers, for its description. Amounts are decimal strings of ECU, or whole tool runs.

const amount = z.string().describe("Decimal string.");
const unit = z.enum(UNITS);
const status = z.enum(["healthy", "moderate", "low", "exhausted"]);

const Wallet = z.object({
  balance: amount,
  held: amount.describe("Set aside for authorized work."),
  available: amount.describe("balance − held."),
  allocation: amount.describe(
    "What the percentages refer to: the balance right after credit was last added.",
  ),
  used: amount.describe(
    "allocation − balance: what is gone since credit was last added; zero while there is more.",
  ),
  used_percent: z
    .number()
    .describe(
      "Of the allocation, rounded to two decimals, halves to the even one; 0 and 100 mean that nothing and that everything is used.",
    ),
  remaining_percent: z.number().describe("100 − used_percent."),
  status: status.describe("healthy above 75 % left, moderate from 25 %, low below it, exhausted at nothing."),
  last_posted_at: z.iso.datetime(),
});

export const WalletAnswer = Wallet.extend({
  account_id: z.uuid(),
  unit: z.literal("ECU"),
  balance_usd: z.string(),
  credit_usd_value: z.string().describe("What one ECU is worth, in US dollars."),
  tool_runs: Wallet,
});

export const RateCardAnswer = z.object({
  version: z.int(),
  valid_from: z.iso.datetime(),
  applies_from: z.iso
    .datetime()
    .describe(
      "From when these prices apply to the account; the first ones apply to all that is older as well.",
    ),
  applies_until: z.iso.datetime().nullable().describe("Until when they did; null while they do."),
  override_version: z.int().nullable().describe("The account's own card, when it has one."),
  credit_usd_value: z.string(),
  price_list: z.string().nullable().describe("Where the prices of models come from."),
  rates: z.array(
    z.object({
      feature: z.string(),
      operation: z.string().nullable(),
      model: z.string().nullable(),
      hardware: z.string().nullable(),
      meter: z.string().describe("What is counted; cost for cost-plus."),
      unit,
      price: z.string().nullable().describe("For `per` of the meter; null for cost-plus."),
      per: z.string().nullable(),
      markup: z.string().nullable().describe("Real cost × markup."),
      floor: amount.describe("The least that a call is charged."),
      tiers: z
        .array(
          z.object({
            above: z.string().describe("In the meter's unit; for a markup, US dollars of real cost."),
            price: z.string().nullable(),
            markup: z.string().nullable(),
          }),
        )
        .describe(
          "Other prices from so much of a UTC month on. What lies below a border keeps the price below it.",
        ),
      override: z.boolean(),
    }),
  ),
  model: z
    .object({
      provider: z.string(),
      model: z.string(),
      prices: z.array(
        z.object({
          kind: z.string(),
          usd_per_million: z.string(),
          above_input_tokens: z.string().nullable(),
        }),
      ),
    })
    .nullable()
    .optional(),
});

const sums = {
  calls: z
    .int()
    .describe(
      "Usage events: API calls, and cycles of instances, days of storage and what else is metered by time.",
    ),
  input_tokens: z.int(),
  output_tokens: z.int(),
  cached_input_tokens: z.int(),
  tokens: z.int().describe("Input and output."),
  charge: amount.describe("ECU charged."),
  charge_usd: z.string().describe("What the charge is worth."),
  cost_usd: z.string().describe("What the calls really cost."),
  tool_runs: z.int(),
  re_rated: amount.describe(
    "ECU that re-rates of such calls posted in these days: below zero what was given back. charge + re_rated is what the ledger charged.",
  ),
  tool_runs_re_rated: z.int().describe("The same for tool runs."),
};

export const UsageSummary = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  group_by: z.array(z.enum(USAGE_DIMENSIONS)),
  rows: z.array(
    z.object({
      ...Object.fromEntries(USAGE_DIMENSIONS.map((name) => [name, z.string().optional()])),
      ...sums,
      before: z
        .object(sums)
        .nullable()
        .optional()
        .describe("With compare: what the same group used before, on the day that stands beside this one."),
    }),
  ),
  totals: z.object(sums),
  before: z
    .object({ from: z.string(), to: z.string(), totals: z.object(sums) })
    .nullable()
    .optional()
    .describe("With compare: the days before, and what was used in them."),
});

export const UsageResults = z.object({
  results: z
    .array(
      z.object({
        index: z.int().describe("The event's place in the batch, from 0."),
        id: z.string().nullable(),
        status: z.int().describe("As if the event had been sent alone: 201, 200, 400, 402 or 422."),
        result: z.enum(["charged", "unbilled", "replayed", "refused"]),
        charge: amount.optional(),
        unit: unit.optional(),
        cost_usd: z.string().optional(),
        transaction_id: z.string().nullable().optional(),
        code: z
          .string()
          .optional()
          .describe(
            "Why it was refused: unknown_model, unknown_feature, invalid_request, insufficient_credits, idempotency_mismatch …",
          ),
        field: z.string().optional().describe("The field at fault, such as events.3.input_tokens."),
        detail: z.string().optional(),
      }),
    )
    .describe("One for each event, in order."),
});

export const ExplanationAnswer = z.object({
  transaction: TransactionAnswer,
  balance_before: amount,
  grants: z.array(
    z.looseObject({
      no: z.int(),
      origin: z.string(),
      amount,
      granted: amount,
      expires_at: z.string().nullable(),
    }),
  ),
  hold: z.looseObject({ id: z.uuid(), status: z.string(), amount, used: amount.nullable() }).nullable(),
  timeline: z
    .array(TransactionAnswer)
    .describe(
      "The rows of the same hold, instance or payment, and a charge with the corrections that name it, oldest first.",
    ),
  chain: z.object({ position: z.string(), hash: z.string(), previous_hash: z.string() }),
  charge: z
    .looseObject({
      cost_usd: z.string(),
      cost_source: z.enum(["reported", "price_list", "none"]),
      floor: amount,
      raised_to: z.enum(["floor", "cost"]).nullable(),
      charge: amount,
      matches: z.boolean().describe("The computation, done again, gives the charge that is in the books."),
      steps: z.array(z.string()).describe("The computation in words."),
    })
    .nullable()
    .describe("For metered calls: how the charge came about, computed again."),
  run: z
    .looseObject({ instance: z.looseObject({ id: z.string() }), steps: z.array(z.string()) })
    .nullable()
    .describe("For rows of an instance: the instance, the cycle of the hold, and its computation in words."),
  re_rate: z
    .object({
      version: z.int().describe("The version of the rate card."),
      calls: z.string(),
      parts: z
        .array(z.object({ feature: z.string(), month: z.string(), calls: z.string(), amount }))
        .describe("By feature and the month in which the calls ran; they add up to the row's amount."),
    })
    .nullable()
    .describe("For rows by which past calls were priced anew: what they are made of."),
  re_rated: z
    .object({
      version: z.int().describe("The version of the rate card."),
      charged: amount,
      priced_anew: amount,
      difference: amount.describe("Above zero where it was given back."),
      transaction_id: z
        .string()
        .nullable()
        .describe("The row that has it, with all other calls of the re-rate."),
    })
    .nullable()
    .describe("For metered calls that were priced anew since."),
});

export { TransactionAnswer };
