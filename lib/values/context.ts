import { Refusal } from "./refusal";

export const PERMISSIONS = [
  "account:read",
  "account:write",
  "members:read",
  "members:write",
  "keys:read",
  "keys:write",
  "usage:read",
  "usage:write",
  "ledger:read",
  "ledger:write",
  "billing:write",
  "authorizations:write",
  "approvals:write",
  "budgets:write",
  "alerts:write",
  "provider_keys:write",
  "webhooks:write",
  "resources:write",
  "audit:read",
] as const;

/** What someone may do in an account. The same words are the scopes of API keys. */
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ["owner", "admin", "billing", "member"] as const;
export type Role = (typeof ROLES)[number];

const ADMIN: readonly Permission[] = [
  "account:read",
  "account:write",
  "members:read",
  "members:write",
  "keys:read",
  "keys:write",
  "usage:read",
  "ledger:read",
  "billing:write",
  "approvals:write",
  "budgets:write",
  "alerts:write",
  "provider_keys:write",
  "webhooks:write",
  "audit:read",
];

/** What each role may do. Metering and posting are for keys only: no person types usage. */
export const PERMISSIONS_OF_ROLE: Readonly<Record<Role, readonly Permission[]>> = {
  owner: ADMIN,
  admin: ADMIN,
  billing: [
    "account:read",
    "members:read",
    "usage:read",
    "ledger:read",
    "billing:write",
    "approvals:write",
    "budgets:write",
    "alerts:write",
    "audit:read",
  ],
  member: ["account:read", "members:read", "usage:read", "ledger:read", "keys:read", "keys:write"],
};

export type Actor =
  | { kind: "member"; userId: string; email: string; name: string; role: Role; sessionId: string }
  | { kind: "operator"; userId: string; email: string; sessionId: string }
  | { kind: "key"; keyId: string; name: string; platform: boolean }
  | { kind: "system"; name: string };

/** Who asks, for which account, with what rights. Every verb takes one first. */
export interface Context {
  readonly accountId: string;
  readonly actor: Actor;
  readonly permissions: ReadonlySet<Permission>;
  readonly requestId: string;
}

/** @throws Refusal `forbidden` when the context lacks the permission. */
export function requirePermission(ctx: Context, permission: Permission): void {
  if (!ctx.permissions.has(permission)) {
    throw new Refusal(
      "forbidden",
      `This needs the permission ${permission}. Ask an owner or admin of the account, or use a key with that scope.`,
    );
  }
}

/** The product itself, acting on an account: workers and set-up. */
export function systemContext(accountId: string, name: string): Context {
  return {
    accountId,
    actor: { kind: "system", name },
    permissions: new Set(PERMISSIONS),
    requestId: `system:${name}`,
  };
}
