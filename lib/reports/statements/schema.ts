import { z } from "zod";
import { TransactionAnswer } from "@/lib/metering/schema-ledger";
import { isUtcDay } from "@/lib/values/time";
import { PAPER_KINDS } from "@/lib/purchases/rules/paper";
import { UNITS } from "@/lib/values/ids";
import { ROW_KINDS } from "./rules/row-kind";

// What is signed. Files of formats that we no longer write stay true, so that their formats stay here: what is written now has the highest number.
// Amounts are decimal strings of ECU, or whole tool runs; places in the chain are whole numbers as strings; hashes are hex.

const amount = z.string().regex(/^-?(0|[1-9][0-9]{0,18})(\.[0-9]{0,8}[1-9])?$/, "is a decimal string");
const size = amount.refine((text) => !text.startsWith("-"), "is not negative");
const count = z.string().regex(/^(0|[1-9][0-9]{0,18})$/, "is a whole number");
const hash = z.string().regex(/^[0-9a-f]{64}$/, "is a SHA-256 in hex");
const day = z.string().refine(isUtcDay, "is a UTC day");
const time = z.iso.datetime({ precision: 3 });

/** Who it is made out to, as it stood when it was made. */
const Account = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  billing: z
    .strictObject({
      name: z.string(),
      line1: z.string(),
      line2: z.string(),
      postal_code: z.string(),
      city: z.string(),
      state: z.string(),
      country: z.string(),
      tax_id: z.string(),
    })
    .nullable(),
});

/** Where the rows that it is about stand in the wallet's chain, and where the chain ended when it was made. */
const Chain = z.strictObject({
  rows: count,
  first_seq: count.describe("The first row it is about; one more than last_seq when there is none."),
  last_seq: count,
  before: hash.describe("The hash of the row before the first one: the chain's genesis for row 1."),
  after: hash.describe("The hash of the last row."),
  head: z.strictObject({ seq: count, hash }).describe("The chain's end when this was made."),
});

/** The company that issues it, as the installation's operator named it. */
const Company = z.strictObject({ name: z.string(), address: z.array(z.string()), tax_id: z.string() });

const common = {
  /** The installation that made it: where its public keys are. */
  issuer: z.string(),
  issued_at: time,
  account: Account,
  unit: z.enum(UNITS),
  credit_usd_value: z.string().describe("What one ECU cost when the period ended, in US dollars."),
};

const issuedBy = Company.nullable().describe("Null where the operator has named no company.");

const OpenGrant = z.strictObject({
  no: z.int(),
  origin: z.string(),
  granted: size,
  left: size,
  expires_at: time.nullable(),
});

const statement = {
  period: z.strictObject({
    from: day,
    to: day.describe("UTC days, both included."),
    is_over: z.boolean().describe("False when more could still be posted in it."),
  }),
  opening: amount,
  added: size,
  used: size.describe("Everything that went out, also what expired or was withdrawn."),
  closing: amount.describe("opening + added − used."),
  held: size.describe("Of the closing balance, what was set aside for work that ran."),
  opening_grants: z.array(z.strictObject({ no: z.int(), left: size })),
  closing_grants: z.array(OpenGrant),
};

const FirstStatement = z.strictObject({
  format: z.literal("ecu-statement-1"),
  ...common,
  ...statement,
  by_type: z.array(
    z.strictObject({ type: TransactionAnswer.shape.type, rows: count, added: size, used: size }),
  ),
  chain: Chain,
});

/** What a wallet held when a period began, what came and went, and what it held at the end. */
export const StatementDocument = z.strictObject({
  format: z.literal("ecu-statement-2"),
  ...common,
  issued_by: issuedBy,
  ...statement,
  by_kind: z
    .array(
      z.strictObject({
        kind: z.enum(ROW_KINDS),
        added_rows: count,
        added: size,
        used_rows: count,
        used: size,
      }),
    )
    .describe(
      "What came in and went out, by type; refunds by what was refunded: a charge, or money that had been paid.",
    ),
  chain: Chain,
});
export type StatementDocument = z.output<typeof StatementDocument>;

const FirstPayment = z.strictObject({
  id: z.string(),
  kind: z.enum(["topup", "auto_recharge", "contract"]),
  paid_at: time,
  currency: z.string(),
  charged: z.string().describe("In the currency's main unit, with its decimals."),
  tax: z.string(),
  net: z.string(),
  refunded: z.string(),
});

const transaction = z.strictObject({
  id: z.string(),
  created_at: time,
  type: TransactionAnswer.shape.type,
  amount,
  balance_before: amount,
  balance_after: amount,
  description: z.string(),
  ref_type: z.string().nullable(),
  ref_id: z.string().nullable(),
});

const FirstReceipt = z.strictObject({
  format: z.literal("ecu-receipt-1"),
  ...common,
  transaction,
  payment: FirstPayment.nullable(),
  chain: Chain,
});

const money = z.string().regex(/^(0|[1-9][0-9]*)\.[0-9]{2}$/, "is money with two decimals");
const tax = money.nullable().describe("Null where none was charged separately.");

const Refund = z.strictObject({
  id: z.string(),
  number: z.string().nullable().describe("That of its credit note."),
  transaction_id: z.string().nullable().describe("The row that withdrew its credit."),
  returned_transaction_id: z
    .string()
    .nullable()
    .describe("The row that gave the credit back, where the refund failed."),
  refunded_at: time,
  amount: money.describe("What was paid back, tax included."),
  tax,
  net: money,
  credits: size.describe("What was withdrawn for it."),
  status: z.string(),
  reason: z.string(),
});

const Payment = z.strictObject({
  id: z.string(),
  kind: z.enum(["topup", "auto_recharge", "contract"]),
  number: z.string().nullable().describe("That of its receipt."),
  transaction_id: z.string().describe("The row that added its credit."),
  paid_at: time,
  currency: z.string(),
  charged: money.describe("In the currency's main unit, tax included."),
  tax,
  net: money,
  credits: size,
  refunded: money,
  refunds: z.array(Refund),
});

/** One row of the ledger, with the payment behind it, as the paper that it is. */
export const ReceiptDocument = z.strictObject({
  format: z.literal("ecu-receipt-2"),
  ...common,
  issued_by: issuedBy,
  paper: z.strictObject({
    kind: z.enum(PAPER_KINDS),
    number: z.string().nullable().describe("Of receipts and credit notes; the installation gives each once."),
  }),
  transaction,
  payment: Payment.nullable(),
  refund: Refund.nullable().describe("The refund of a credit note, or of its cancellation."),
  chain: Chain,
});
export type ReceiptDocument = z.output<typeof ReceiptDocument>;

export const SignedDocument = z.discriminatedUnion("format", [
  FirstStatement,
  FirstReceipt,
  StatementDocument,
  ReceiptDocument,
]);
export type SignedDocument = z.output<typeof SignedDocument>;
/** A statement of any format. */
export type AnyStatement = Extract<SignedDocument, { period: unknown }>;

/** Whether it is a statement, of whichever format; else it is a receipt. */
export function isStatement(document: SignedDocument): document is AnyStatement {
  return "period" in document;
}

/** Who signed the line above. */
export const Signature = z.strictObject({
  algorithm: z.literal("Ed25519"),
  key: z.string().describe("The key's id: its RFC 7638 thumbprint."),
  public_key: z.string().describe("The key, base64url."),
  signature: z.string().describe("Of the document as it is written, base64url."),
});
export type Signature = z.output<typeof Signature>;
