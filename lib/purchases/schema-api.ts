import { z } from "zod";
import { Id } from "@/lib/accounts/schema";
import { pageLimit } from "@/lib/metering/schema-usage";
import { Buy } from "./schema";

/** `POST /api/v1/purchases`. */
export const NewPurchase = z.strictObject({
  credits: Buy.shape.credits.describe("Whole ECU, as a decimal string."),
  save_card: z
    .boolean()
    .default(false)
    .describe("Keep the card for auto-recharge, if the person who pays agrees."),
  return_to: Buy.shape.returnTo.describe("A page of the console to go to afterwards."),
});
export type NewPurchase = z.output<typeof NewPurchase>;

/** The query of `GET /api/v1/purchases`. */
export const PurchaseQuery = z.strictObject({
  limit: pageLimit.optional(),
  before: Id.optional().describe("The id of the last one of the page before."),
});
export type PurchaseQuery = z.output<typeof PurchaseQuery>;

export const PurchaseParams = z.object({ id: Id });

export const PurchaseAnswer = z.object({
  id: z.uuid(),
  credits: z.string(),
  amount_cents: z.number().int(),
  currency: z.string(),
  status: z.enum(["open", "processing", "paid", "failed", "expired"]),
  save_card: z.boolean(),
  created_at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable(),
  checkout_url: z.url().nullable().describe("Where a person pays, as long as it is open."),
  transaction_id: z.string().nullable().describe("The row of the ledger, once it is paid."),
});
