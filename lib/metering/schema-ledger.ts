import { z } from "zod";
import { SOURCES, TRANSACTION_TYPES } from "@/lib/ledger/types";
import { parseMoment } from "@/lib/values/moment";
import { faultOfCredits } from "@/lib/values/money";
import { UNITS } from "@/lib/values/ids";
import { saying } from "@/lib/values/saying";
import { Day, pageLimit, wordsOf } from "./schema-usage";

/** Text that people read on a ledger row. */
export const description = z
  .string("is a sentence")
  .min(1, "is empty")
  .max(500, "has more than 500 characters")
  .regex(/^[^\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Bidi_C}]+$/u, "holds characters that cannot be shown")
  .describe("What people read on the row.");

/** Something that a caller names in one word. */
export const word = (meaning: string) =>
  z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, "is 1 to 200 visible ASCII characters")
    .describe(meaning);

/** Any amount, also zero or less, as a decimal string. */
export const anyAmount = z
  .string('is a text such as "12.5", not a number of JSON')
  .superRefine(saying(faultOfCredits));

/** An amount with its sign, as a decimal string. */
export const signedAmount = anyAmount.refine((text) => !/^-?0(\.0+)?$/.test(text), "is zero");

/** An amount of something, more than nothing. */
export const amount = signedAmount.refine((text) => !text.startsWith("-"), "is not positive");

/** Which wallet an amount is of. */
export const unit = z
  .enum(UNITS)
  .default("credit")
  .describe("credit: ECU as a decimal string. tool_run: a whole number as a string.");

/** Tool runs are whole. */
export const wholeToolRuns = {
  check: (body: { unit: string; amount: string }) => body.unit === "credit" || /^-?[0-9]+$/.test(body.amount),
  fault: { path: ["amount"], message: "is a whole number of tool runs" },
};

/** A moment that is over, as text. */
export const Moment = z
  .string()
  .refine(
    (text) => parseMoment(text) !== null,
    "is a UTC day such as 2026-11-21, or a moment such as 2026-11-21T14:03Z",
  )
  .describe(
    "As the books were then: at the end of a UTC day (2026-11-21), or at a moment in UTC (2026-11-21T14:03Z).",
  );

/** The query of the list of transactions. */
export const TransactionQuery = z.strictObject({
  limit: pageLimit.optional(),
  before: z.string().max(80).optional().describe("The id of the last row of the page before."),
  unit: z.enum(UNITS).optional().describe("The wallet; credit without it."),
  type: wordsOf(TRANSACTION_TYPES).optional().describe("Only these types, separated by commas."),
  from: Day.optional(),
  to: Day.optional(),
  as_of: Moment.optional(),
  min: amount.optional().describe("The least size of an amount, whatever its sign."),
  max: amount.optional().describe("The greatest size of an amount, whatever its sign."),
  text: z.string().max(200).optional().describe("Part of the description or of the reference."),
  ref_type: word("Only rows of this kind of cause.").optional(),
  ref_id: word("Only rows of this cause.").optional(),
});
export type TransactionQuery = z.output<typeof TransactionQuery>;

/** The body of `POST /api/v1/transactions`. */
export const NewTransaction = z
  .strictObject({
    type: z.enum(TRANSACTION_TYPES),
    amount: signedAmount.describe("Positive adds credit, negative takes it; the type says which may be."),
    unit,
    description,
    expires_at: z.iso
      .datetime({ offset: true, error: "is a time with its offset, such as 2026-12-31T00:00:00Z" })
      .optional()
      .describe(
        "When credit that is left of this grant expires. For topup, auto_recharge, bonus, contract_grant and bonus_grant.",
      ),
    ref_type: word("What the row refers to: contract, invoice, ticket …").optional(),
    ref_id: word("Its id.").optional(),
  })
  .refine(wholeToolRuns.check, wholeToolRuns.fault)
  .refine((body) => (body.ref_type === undefined) === (body.ref_id === undefined), {
    path: ["ref_id"],
    message: "goes with ref_type",
  });
export type NewTransaction = z.output<typeof NewTransaction>;

export const IdParam = z.strictObject({ id: z.string().max(80) });

/** A row of the ledger as the API answers it. */
export const TransactionAnswer = z.object({
  id: z.string(),
  created_at: z.iso.datetime(),
  type: z.enum(TRANSACTION_TYPES),
  amount: z.string().describe("Positive adds credit, negative takes it."),
  balance_after: z.string(),
  description: z.string(),
  source: z.enum(SOURCES),
  ref_type: z.string().nullable(),
  ref_id: z.string().nullable(),
  unit: z.enum(UNITS),
});
