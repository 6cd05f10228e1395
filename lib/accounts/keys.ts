import { randomBytes } from "node:crypto";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { type Context, type Permission, PERMISSIONS, requirePermission } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { notFound, Refusal } from "@/lib/values/refusal";
import { DAY_MS } from "@/lib/values/time";
import { audit } from "./audit";
import { hashKey } from "./hash-key";
import { recognisablePart, writeKey } from "./rules/key";
import { grantableScopes, rankOf } from "./rules/roles";

export interface NewKey {
  name: string;
  scopes: readonly Permission[];
  expiresInDays?: number | null;
}

/** A key that was just made. It is shown now and never again: only its HMAC is stored. */
export interface CreatedKey {
  id: string;
  key: string;
}

export interface KeyRow {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  expired: boolean;
}

/** Makes an API key of the account. @throws Refusal `forbidden` for a scope beyond the creator's own rights */
export async function createKey(ctx: Context, { name, scopes, expiresInDays }: NewKey): Promise<CreatedKey> {
  requirePermission(ctx, "keys:write");
  const { actor, accountId } = ctx;
  const allowed = actor.kind === "key" ? [...ctx.permissions] : grantableScopes(rankOf(actor));
  const beyond = scopes.filter((scope) => !allowed.includes(scope));
  if (beyond.length > 0) {
    const message = `you cannot give ${beyond.join(", ")}`;
    throw new Refusal("forbidden", `A key gets no more rights than who creates it: ${message}.`, [
      { field: "scopes", message },
    ]);
  }
  const made = newSecret("account");
  const expiresAt = expiresInDays ? new Date(Date.now() + expiresInDays * DAY_MS) : null;
  const createdBy = actor.kind === "member" || actor.kind === "operator" ? actor.userId : null;
  await inAccount(accountId, async (tx) => {
    await tx.apiKey.create({
      data: { ...made.row, accountId, name, scopes: [...new Set(scopes)], createdBy, expiresAt },
    });
    const details = { name, scopes: [...scopes], prefix: made.row.prefix };
    await audit(tx, ctx, { action: "key.created", subjectType: "key", subjectId: made.row.id, details });
  });
  return { id: made.row.id, key: made.key };
}

/** Makes a key of the platform, which acts on any account that it names. For operators, at the command line. */
export async function createPlatformKey({
  name,
  scopes = PERMISSIONS,
}: {
  name: string;
  scopes?: readonly Permission[];
}): Promise<CreatedKey> {
  const made = newSecret("platform");
  await prisma().apiKey.create({ data: { ...made.row, accountId: null, name, scopes: [...scopes] } });
  return { id: made.row.id, key: made.key };
}

/** The account's keys, newest first; to a member without more rights, their own. */
export async function listKeys(ctx: Context): Promise<KeyRow[]> {
  requirePermission(ctx, "keys:read");
  const keys = await prisma().apiKey.findMany({
    where: { accountId: ctx.accountId, ...ownOnly(ctx) },
    orderBy: { createdAt: "desc" },
    take: 500,
    omit: { hash: true, accountId: true },
  });
  const ids = keys.flatMap(({ createdBy }) => createdBy ?? []);
  const people = await prisma().user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return keys.map(({ createdBy, ...key }) => ({
    ...key,
    createdBy: nameOf.get(createdBy ?? "") ?? "",
    expired: key.expiresAt !== null && key.expiresAt.getTime() < Date.now(),
  }));
}

/** Ends a key: the next request with it is refused, in every process. */
export async function revokeKey(ctx: Context, { id }: { id: string }): Promise<void> {
  requirePermission(ctx, "keys:write");
  await inAccount(ctx.accountId, async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { accountId: ctx.accountId, id, revokedAt: null, ...ownOnly(ctx) },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw notFound("API key");
    await audit(tx, ctx, { action: "key.revoked", subjectType: "key", subjectId: id });
  });
}

// A member handles the keys they made; owners, admins and keys with the scope handle all.
function ownOnly({ actor }: Context): { createdBy?: string } {
  return actor.kind === "member" && actor.role === "member" ? { createdBy: actor.userId } : {};
}

function newSecret(kind: "account" | "platform") {
  const key = writeKey(kind, randomBytes(96));
  return { key, row: { id: newId(), hash: new Uint8Array(hashKey(key)), prefix: recognisablePart(key) } };
}
