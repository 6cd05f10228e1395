import { z } from "zod";
import { Id, Name } from "@/lib/accounts/schema";
import { faultOfCredits, parseCredits } from "@/lib/values/money";
import { decimalText, saying } from "@/lib/values/saying";
import { isUtcDay } from "@/lib/values/time";
import { BUDGET_MODES, BUDGET_PERIODS, BUDGET_SCOPES } from "./rules/limit";

/** Credit that may be spent: a decimal string, more than nothing. */
export const LimitAmount = z
  .string(decimalText("12.5"))
  .trim()
  .superRefine(saying((text) => faultOfCredits(text) ?? (parseCredits(text) > 0n ? null : "is not positive")))
  .describe('ECU as a decimal string, such as "250".');

const mode = z
  .enum(BUDGET_MODES, `is one of ${BUDGET_MODES.join(", ")}`)
  .describe("hard refuses new work that does not fit; warn only shows.");

/** `POST /api/v1/budgets`, and the console's form. */
export const NewBudget = z
  .strictObject({
    name: Name,
    scope: z.enum(BUDGET_SCOPES, `is one of ${BUDGET_SCOPES.join(", ")}`).describe("What it limits."),
    scope_value: z
      .string()
      .trim()
      .max(320, "has more than 320 characters")
      .default("")
      .describe(
        "Which one: a team's or project's slug, a member's e-mail or id, a key's id, a feature. Left out for the account.",
      ),
    period: z
      .enum(BUDGET_PERIODS, `is one of ${BUDGET_PERIODS.join(", ")}`)
      .describe("daily, weekly (from Monday) and monthly begin again at midnight UTC; total never does."),
    mode: mode.default("hard"),
    limit: LimitAmount,
    starts_on: z
      .string()
      .refine(isUtcDay, "is a UTC day such as 2026-11-21")
      .optional()
      .describe("Of a total: the UTC day from which spending counts; today without it."),
  })
  .refine(({ scope, scope_value }) => (scope === "account") === (scope_value === ""), {
    path: ["scope_value"],
    message: "names what a budget of a team, project, member, key or feature is for, and nothing else does",
  })
  .refine(({ period, starts_on }) => period === "total" || starts_on === undefined, {
    path: ["starts_on"],
    message: "is for totals: other periods begin at midnight UTC",
  });
export type NewBudget = z.output<typeof NewBudget>;

const changes = {
  name: Name.optional(),
  limit: LimitAmount.optional(),
  mode: mode.optional(),
};

/** `PATCH /api/v1/budgets/{id}`. What a budget is for and its period never change: archive it and make another. */
export const BudgetChange = z
  .strictObject(changes)
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    path: ["body"],
    message: "changes nothing: send name, limit or mode",
  });
export type BudgetChange = z.output<typeof BudgetChange>;

/** The console's form of a change. */
export const ChangeBudget = z.strictObject({ id: Id, ...changes });
export const OfBudget = z.strictObject({ id: Id });
/** An id in a path that is no uuid is the id of nothing. */
export const BudgetParams = z.object({ id: z.string() });

/** What a limit looks like at this moment. */
export const LimitStateAnswer = z.object({
  limit: z.string().describe("ECU."),
  spent: z.string().describe("Charged in the period."),
  held: z.string().describe("On its way: open holds."),
  remaining: z
    .string()
    .describe("limit − spent − held. Below zero when work that was running cost more than its hold."),
  used_percent: z
    .number()
    .describe(
      "Of spent and held, rounded to two decimals, halves to the even one; 0 and 100 mean that nothing and that everything is used, more that the limit was gone beyond.",
    ),
});

export const BudgetAnswer = LimitStateAnswer.extend({
  id: z.uuid(),
  name: z.string(),
  scope: z.enum(BUDGET_SCOPES),
  scope_value: z.string(),
  period: z.enum(BUDGET_PERIODS),
  mode: z.enum(BUDGET_MODES),
  starts_on: z.string().describe("The UTC day from which a total counts."),
  resets_at: z.iso.datetime().nullable().describe("When spending begins at zero again; null for a total."),
  created_at: z.iso.datetime(),
  created_by: z.string(),
  archived_at: z.iso.datetime().nullable(),
});
export type BudgetAnswer = z.output<typeof BudgetAnswer>;
