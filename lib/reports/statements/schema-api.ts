import { z } from "zod";
import { Moment, unit } from "@/lib/metering/schema-ledger";
import { Day } from "@/lib/metering/schema-usage";
import { UNITS } from "@/lib/values/ids";
import { Signature, StatementDocument } from "./schema";

/** Which days of which wallet a statement is about. */
export const StatementQuery = z.strictObject({
  from: Day.describe("The first UTC day."),
  to: Day.describe("The last UTC day, included."),
  unit,
});

/** The same for the file. */
export const StatementFileQuery = StatementQuery.extend({
  rows: z.enum(["true", "false"]).default("true").describe("Whether the rows are in the file."),
});

/** Whose months are listed. */
export const MonthsQuery = z.strictObject({ unit });

export const GrantsQuery = z.strictObject({ unit, as_of: Moment.optional() });
export const BalanceQuery = z.strictObject({ unit, as_of: Moment });

export const StatementAnswer = z.object({ document: StatementDocument, signature: Signature });

export const GrantsAnswer = z.array(
  z.object({
    no: z.int(),
    origin: z.enum(["starter", "topup", "bonus", "contract", "correction", "refund"]),
    granted: z.string(),
    paid: z.string().describe("The part that was paid for."),
    left: z.string(),
    used: z.string().describe("Spent, or taken by corrections; granted − left − withdrawn − expired."),
    withdrawn: z
      .string()
      .describe("Taken back by refunds and disputes of payments, less what came back of them."),
    expired: z.string(),
    status: z
      .enum(["open", "used", "withdrawn", "expired"])
      .describe("Of those that are over: expired where any of it was, withdrawn where none of it was used."),
    expires_at: z.iso.datetime().nullable(),
    granted_at: z.iso.datetime(),
    transaction_id: z.string(),
    description: z.string(),
  }),
);

export const BalanceAnswer = z.object({
  unit: z.enum(UNITS),
  as_of: z.iso.datetime(),
  balance: z.string(),
  held: z.string().describe("Set aside then for work that ran."),
  available: z.string().describe("balance − held."),
  last_transaction_id: z.string().nullable().describe("The last row that was there."),
  hash: z.string().describe("The chain's hash at that row."),
});

export const KeysAnswer = z.object({
  keys: z.array(
    z.object({
      kty: z.literal("OKP"),
      crv: z.literal("Ed25519"),
      alg: z.literal("EdDSA"),
      use: z.literal("sig"),
      kid: z.string().describe("RFC 7638 thumbprint."),
      x: z.string(),
      since: z.iso.datetime(),
      signs_now: z.boolean(),
    }),
  ),
});
