import { z } from "zod";
import { description } from "@/lib/metering/schema-ledger";

export const BeginView = z.strictObject({
  accountId: z.uuid("is an account's id"),
  reason: description.min(3, "says why, in a few words").max(300, "has at most 300 characters"),
});

export const EndView = z.strictObject({});
