import { z } from "zod";
import { COUNTRIES } from "./rules/country";
import { Name } from "./schema";

const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const text = (most: number) =>
  z
    .string("is required")
    .trim()
    .max(most, `has more than ${most} characters`)
    .refine((value) => !CONTROL.test(value), "contains invisible or control characters");
const required = (most: number) => text(most).min(1, "is required");

/** Who statements and receipts are made out to. */
export const BillingDetailsInput = z.strictObject({
  name: Name.max(200),
  line1: required(200),
  line2: text(200).default(""),
  postalCode: text(20).default(""),
  city: required(100),
  state: text(100).default(""),
  country: z.string("is required").refine((code) => COUNTRIES.includes(code), "is a country of the list"),
  /** As its country writes it, in capitals: "DE 123456789". What it is worth is for the tax office to say. */
  taxId: text(30)
    .toUpperCase()
    .refine(
      (id) => id === "" || /^[0-9A-Z][0-9A-Z ./-]{2,29}$/.test(id),
      "has 3 to 30 letters, digits, spaces, dots, slashes or hyphens",
    )
    .default(""),
});
export type BillingDetails = z.output<typeof BillingDetailsInput>;
