import { readCreditPolicy, setCreditPolicy } from "@/lib/deployments/credit-policy";
import { CreditPolicyInput } from "@/lib/deployments/schema";
import { endpoint } from "@/lib/web/endpoint";

/** How far the account may go, and whether something new may be deployed. */
export const GET = endpoint({
  scope: "usage:read",
  run: async (ctx) => ({ body: await readCreditPolicy(ctx) }),
});

/** Sets how far the account may go. */
export const PUT = endpoint({
  scope: "ledger:write",
  body: CreditPolicyInput,
  run: async (ctx, { body }) => ({ body: await setCreditPolicy(ctx, body) }),
});
