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

type Terms = Pick<
  Prisma.ApprovalUncheckedCreateInput,
  "unit" | "operations" | "breakdown" | "models" | "features"
> & { kind: Approval["kind"]; amount: bigint; lastsSeconds: number };

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
  const { accountId } = ctx;
  const requestKey = `${terms.kind}:${digested(idempotencyKey ?? newId())}`;
  const now = new Date();
  const { title, reason, member = "", team = "", project = "", return_url: returnUrl = null } = asked;
  const wanted = { ...terms, title, reason, member, team, project, returnUrl };
  const row = {
    ...wanted,
    accountId,
    id: newId(),
    requestKey,
    requestedAt: now,
    requestedBy: nameOf(ctx.actor).actorName,
    requestedKeyId: ctx.actor.kind === "key" ? ctx.actor.keyId : "",
    decideBy: new Date(now.getTime() + asked.expires_in * 1_000),
  };
  const notice = await noticeOf(row);
  const kept = await inAccount(accountId, (tx) => keep(tx, ctx, row, notice));
  // The rate card may have moved on since, so that operations are compared and not their price.
  const fixed = terms.operations === undefined ? [] : (["amount", "breakdown", "unit"] as const);
  if (!sameAs(kept, wanted, fixed)) {
    throw new Refusal(
      "idempotency_mismatch",
      "This Idempotency-Key belongs to another request. Use a new key for a new request.",
    );
  }
  return kept;
}

async function keep(
  tx: Tx,
  ctx: Context,
  row: Prisma.ApprovalUncheckedCreateInput & { id: string; requestKey: string; kind: Approval["kind"] },
  notice: Notice | null,
): Promise<Approval> {
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

function sameAs(
  kept: Approval,
  wanted: Terms & Record<string, unknown>,
  except: readonly (keyof Terms)[],
): boolean {
  const known = new Map<string, unknown>(Object.entries(kept));
  return Object.entries(wanted).every(
    ([field, value]) => except.some((name) => name === field) || isDeepStrictEqual(known.get(field), value),
  );
}

/** The longest key that a request may carry is longer than what is kept of it. */
function digested(key: string): string {
  return key.length > 200 ? hash("sha256", key) : key;
}
