import type { Permission } from "@/lib/values/context";

/** What each scope lets a key do, for whoever creates one. */
export const SCOPE_MEANINGS: Readonly<Record<Permission, string>> = {
  "account:read": "Read the account, its teams and projects",
  "account:write": "Rename the account",
  "members:read": "Read members and invitations",
  "members:write": "Invite, remove and assign people",
  "keys:read": "List API keys",
  "keys:write": "Create and revoke API keys",
  "usage:read": "Read usage",
  "usage:write": "Meter usage: charge calls",
  "ledger:read": "Read balance and transactions",
  "ledger:write": "Post to the ledger",
  "billing:write": "Change how credit is bought",
  "authorizations:write": "Hold and capture credit, ask for approvals and mandates",
  "approvals:write": "Decide on approvals and mandates",
  "budgets:write": "Set budgets",
  "alerts:write": "Set alerts: who is told when, and how",
  "provider_keys:write": "Keep keys of model providers",
  "webhooks:write":
    "Keep webhooks, which are sent all that happens in the account, and send deliveries again",
  "resources:write": "Register resources, start and stop instances",
  "audit:read": "Read the audit log",
};

/** What a service that meters calls needs. */
export const METERING_SCOPES: readonly Permission[] = [
  "account:read",
  "usage:write",
  "usage:read",
  "ledger:read",
  "authorizations:write",
];
