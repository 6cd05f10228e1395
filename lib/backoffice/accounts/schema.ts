import { z } from "zod";
import { CreditPolicyInput } from "@/lib/deployments/schema";
import { description } from "@/lib/metering/schema-ledger";

const accountId = z.uuid("is an account's id");

export const SetPlan = z.strictObject({
  accountId,
  name: description.max(100, "has at most 100 characters"),
  note: z.string().trim().max(1_000, "has at most 1000 characters"),
});

/** How far the account may go, in ECU. */
export const SetLimits = CreditPolicyInput.required().extend({ accountId });

/** What is typed to find an account; nothing asks for the newest. */
export const FindAccounts = z.strictObject({
  text: z.string().trim().max(200, "has at most 200 characters").default(""),
});

/** An account in a path; what is no id is the id of none. */
export const CustomerParam = z.strictObject({ id: z.string().max(200) });
