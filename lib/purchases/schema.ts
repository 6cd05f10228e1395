import { z } from "zod";
import { Email, Id, Name } from "@/lib/accounts/schema";
import { faultOfDecimal } from "@/lib/values/decimal";
import { PAGE_PATH } from "@/lib/values/page-path";
import { decimalText, saying } from "@/lib/values/saying";
import { isUtcDay } from "@/lib/values/time";
import { PAYMENT_VIEWS } from "./rules/payment-views";

// What the forms and the verbs read alike. Messages complete the sentence "Credits …".
const Credits = z
  .string(decimalText("500"))
  .trim()
  .superRefine(saying((text) => faultOfDecimal(text, { whole: 10, decimals: 0, example: "500" })));
const Text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `has more than ${most.toLocaleString("en")} characters`);
const Day = z.string("is required").refine(isUtcDay, "is a day such as 2026-12-31");
const Usd = z
  .string("is required")
  .trim()
  .superRefine(saying((text) => faultOfDecimal(text, { whole: 8, decimals: 2, example: "99.50" })));

export const Buy = z.strictObject({
  credits: Credits,
  saveCard: z.boolean(),
  /** Made by the form when it is shown: a second click is the same purchase. */
  requestKey: z.uuid("is not a key of the form"),
  /** A page of the console to go back to afterwards. */
  returnTo: z.string().max(500).regex(PAGE_PATH, "is not a page of the console").optional(),
});
export type Buy = z.output<typeof Buy>;

export const NewLead = z.strictObject({
  name: Name,
  email: Email,
  company: Text(200),
  volume: Text(200),
  message: Text(5_000),
});
export type NewLead = z.output<typeof NewLead>;

export const LEAD_STATUSES = ["new", "contacted", "won", "lost"] as const;
export const SaveLead = z.strictObject({
  accountId: Id,
  id: Id,
  status: z.enum(LEAD_STATUSES, "is not a status"),
});

const ContractPart = z.strictObject({
  /** The day by which it is to be paid. */
  dueOn: Day,
  amountUsd: Usd,
  credits: Credits,
  bonusCredits: Credits,
  /** The last day of the credit; null for credit that stays. */
  creditExpiresOn: Day.nullable(),
});

export const NewContract = z.strictObject({
  accountId: Id,
  /** Made by the form, and the contract's id: the same form sent again is the same contract. */
  requestKey: Id,
  name: z
    .string("is required")
    .trim()
    .min(1, "is required")
    .max(200, "has more than 200 characters")
    .regex(/^[^\p{Cc}\p{Cf}]*$/u, "contains invisible or control characters"),
  invoices: z.array(ContractPart).min(1, "needs at least one invoice").max(60, "has more than 60 invoices"),
});
export type NewContract = z.output<typeof NewContract>;

export const OfContractInvoice = z.strictObject({
  accountId: Id,
  contractId: Id,
  no: z.number().int().min(1).max(60),
});
export const OfEvent = z.strictObject({ id: z.string().min(1).max(255) });
export const Reconcile = z.strictObject({ repair: z.boolean() });

/** Which payments of an account a file has. */
export const PaymentsQuery = z.strictObject({
  view: z.enum(PAYMENT_VIEWS, `is one of ${PAYMENT_VIEWS.join(", ")}`).default("all"),
});
