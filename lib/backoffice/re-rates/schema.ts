import { z } from "zod";
import { description } from "@/lib/metering/schema-ledger";

const day = z.iso.date("must be a day such as 2026-12-31");

/** Calls of these UTC days, both included, priced by a version of the rate card. */
export const NewReRate = z.strictObject({
  requestKey: z.uuid(),
  reason: description.min(3, "says why, in a few words").max(300, "has at most 300 characters"),
  version: z.int().min(1, "is a version’s number"),
  /** One account alone; null for everybody whom the version concerns. */
  accountId: z.uuid("is an account's id").nullable(),
  from: day,
  to: day,
});

/** The digest is that of the preview which the approver has seen. */
export const ApproveReRate = z.strictObject({ id: z.uuid(), digest: z.string().length(64) });

export const EndReRate = z.strictObject({
  id: z.uuid(),
  note: z.string().trim().max(300, "has at most 300 characters"),
});

export type NewReRate = z.output<typeof NewReRate>;
