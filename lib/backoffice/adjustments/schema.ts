import { z } from "zod";
import { amount, description, signedAmount, wholeToolRuns } from "@/lib/metering/schema-ledger";
import { UNITS } from "@/lib/values/ids";

const reason = description.min(3, "says why, in a few words").max(300, "has at most 300 characters");
const unit = z.enum(UNITS);
/** What was shown beside it of what else puts the same row right: see `seenOf`. */
const others = z.array(z.string().max(60)).max(100).default([]);
const ofAccount = { accountId: z.uuid("is an account's id"), id: z.uuid() };

/** A correction up or down: `requestKey` is the form's, sent again it is the same proposal. */
export const NewCorrection = z
  .strictObject({
    accountId: ofAccount.accountId,
    requestKey: z.uuid(),
    unit,
    amount: signedAmount,
    reason,
    /** The row that it puts right; '' for none. */
    corrects: z.string().trim().max(100, "is a transaction’s id"),
    others,
  })
  .refine(wholeToolRuns.check, wholeToolRuns.fault);

/** Promotional credit. */
export const NewGrant = z
  .strictObject({
    accountId: ofAccount.accountId,
    requestKey: z.uuid(),
    unit,
    amount,
    reason,
    /** The last UTC day on which it can be used; null for always. */
    expiresOn: z.iso.date("must be a day such as 2026-12-31").nullable(),
  })
  .refine(wholeToolRuns.check, wholeToolRuns.fault);

/** What it would do to the balance. */
export const PreviewOfAmount = z
  .strictObject({
    accountId: ofAccount.accountId,
    unit,
    amount: signedAmount,
    corrects: z.string().trim().max(100, "is a transaction’s id").default(""),
  })
  .refine(wholeToolRuns.check, wholeToolRuns.fault);

/** The amount is the one that the approver has seen. */
export const ApproveAdjustment = z.strictObject({ ...ofAccount, amount: z.string().max(40), others });

export const EndAdjustment = z.strictObject({
  ...ofAccount,
  note: z.string().trim().max(300, "has at most 300 characters"),
});

export type NewCorrection = z.output<typeof NewCorrection>;
export type NewGrant = z.output<typeof NewGrant>;
