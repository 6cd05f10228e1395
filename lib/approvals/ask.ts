import { hash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { audit, nameOf } from "@/lib/accounts/audit";
import { inAccount, type Tx } from "@/lib/db/transaction";
import type { Approval, Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";
import { type Notice, noticeOf, tellDeciders } from "./tell-deciders";

/** What every request says, whatever it asks for. */
interface Asked {
  title: string;
  reason: string;
  member?: string | undefined;
  team?: string | undefined;
  project?: string | undefined;
  return_url?: string | undefined;
  expires_in: number;
}

/** What a request asks for, beside what is said about it. */
export type Terms = Pick<
  Prisma.ApprovalUncheckedCreateInput,
  "unit" | "operations" | "breakdown" | "models" | "features"
> & { kind: Approval["kind"]; amount: bigint; lastsSeconds: number };

type Row = Prisma.ApprovalUncheckedCreateInput & { id: string; requestKey: string; kind: Approval["kind"] };

/**
 * Keeps a request for a person to decide on. The same `Idempotency-Key` is the same request, whatever became of it since.
 * @throws Refusal `idempotency_mismatch` for another request under a known key
 */
export async function ask(
  ctx: Context,
  asked: Asked,
  terms: Terms,
  idempotencyKey: string | null,
): Promise<Approval> {
  const row = rowOf(ctx, asked, terms, idempotencyKey);
  const notice = await noticeOf(row);
  return inAccount(ctx.accountId, (tx) => askWithin(tx, ctx, row, notice));
}

/** The row of a request that is asked for now. */
export function rowOf(ctx: Context, asked: Asked, terms: Terms, idempotencyKey: string | null): Row {
  const { title, reason, member = "", team = "", project = "", return_url: returnUrl = null } = asked;
  const now = new Date();
  return {
    ...{ ...terms, title, reason, member, team, project, returnUrl },
    accountId: ctx.accountId,
    id: newId(),
    requestKey: `${terms.kind}:${digested(idempotencyKey ?? newId())}`,
    requestedAt: now,
    requestedBy: nameOf(ctx.actor).actorName,
    requestedKeyId: ctx.actor.kind === "key" ? ctx.actor.keyId : "",
    decideBy: new Date(now.getTime() + asked.expires_in * 1_000),
  };
}

/** The same in the caller's transaction. Without a notice nobody is told. @throws Refusal `idempotency_mismatch` */
export async function askWithin(tx: Tx, ctx: Context, row: Row, notice: Notice | null): Promise<Approval> {
  const kept = await keep(tx, ctx, row, notice);
  if (!isSame(kept, row)) {
    throw new Refusal(
      "idempotency_mismatch",
      "This Idempotency-Key belongs to another request. Use a new key for a new request.",
    );
  }
  return kept;
}

async function keep(tx: Tx, ctx: Context, row: Row, notice: Notice | null): Promise<Approval> {
  const { accountId } = ctx;
  const { count } = await tx.approval.createMany({ data: [row], skipDuplicates: true });
  const kept = await tx.approval.findUniqueOrThrow({
    where: { accountId_requestKey: { accountId, requestKey: row.requestKey } },
  });
  if (count > 0) {
    await audit(tx, ctx, {
      action: row.kind === "job" ? "approval.asked" : "mandate.asked",
      subjectType: "approval",
      subjectId: row.id,
      details: { title: row.title },
    });
    if (notice) await tellDeciders(tx, row, notice);
  }
  return kept;
}

const TERMS = [
  ...["title", "reason", "member", "team", "project", "returnUrl"],
  ...["kind", "lastsSeconds", "models", "features", "operations"],
] as const;
// The rate card may have moved on since, so that operations are compared and not their price.
const PRICE = ["amount", "breakdown", "unit"] as const;

function isSame(kept: Approval, row: Row): boolean {
  const known = new Map<string, unknown>(Object.entries(kept));
  const wanted = new Map<string, unknown>(Object.entries(row));
  const fields: readonly string[] = wanted.has("operations") ? TERMS : [...TERMS, ...PRICE];
  return fields.every(
    (field) => !wanted.has(field) || isDeepStrictEqual(known.get(field), wanted.get(field)),
  );
}

/** The longest key that a request may carry is longer than what is kept of it. */
function digested(key: string): string {
  return key.length > 200 ? hash("sha256", key) : key;
}
