import { audit } from "@/lib/accounts/audit";
import { auditOperator } from "@/lib/accounts/audit-operator";
import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import type { RateCardDraft } from "@/lib/db/generated/client";
import { inAccount, type Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/values/ids";
import { notFound, Refusal } from "@/lib/values/refusal";
import { cardsInForce, entriesIn } from "./in-force";
import { draftEntryOf, entriesOfDraft } from "./rules/entries";
import { DraftEntry, type DraftChange } from "./schema";

/** A draft as operators see and change it. */
export interface DraftView {
  id: string;
  accountId: string | null;
  name: string;
  note: string;
  validFrom: string | null;
  entries: DraftEntry[];
  revision: number;
  updatedAt: string;
  updatedBy: string;
  publishedVersion: number | null;
}

/**
 * Begins a draft: everyone's from the card in force, an account's from its own card, or empty where it has none.
 * @throws Refusal `not_found` for an account that is not there
 */
export async function createDraft(
  operator: Operator,
  { name, accountId }: { name: string; accountId: string | null },
): Promise<string> {
  const id = newId();
  const { own, general } = await cardsInForce(accountId);
  const entries = entriesIn(accountId === null ? general : own).map(draftEntryOf);
  const by = operator.actor.email;
  await within(accountId, async (tx) => {
    if (accountId !== null && !(await tx.account.findUnique({ where: { id: accountId } })))
      throw notFound("account");
    await tx.rateCardDraft.create({
      data: { id, accountId, name, entries: [...entries], createdBy: by, updatedBy: by },
    });
    await tell(tx, operator, accountId, "rate_card.draft_created", id, { name });
  });
  return id;
}

/**
 * Keeps what was written. Somebody else's change in between is never overwritten.
 * @throws Refusal `conflict` for an older revision, `invalid_request` naming `entries.N.field`
 */
export async function saveDraft(operator: Operator, change: DraftChange): Promise<{ revision: number }> {
  const { id, revision, name, note, validFrom, entries } = change;
  const { faults } = entriesOfDraft(entries);
  if (faults.length > 0) throw new Refusal("invalid_request", "Some prices are not valid yet.", faults);
  const { accountId } = await openDraft(id);
  const { email: updatedBy } = operator.actor;
  const data = { name, note, validFrom: validFrom === null ? null : new Date(validFrom), updatedBy };
  await within(accountId, async (tx) => {
    const { count } = await tx.rateCardDraft.updateMany({
      where: { id, revision, publishedVersion: null, discardedAt: null },
      data: { ...data, entries: [...entries], revision: revision + 1, updatedAt: new Date() },
    });
    if (count === 0) throw await whyNot(id);
    await tell(tx, operator, accountId, "rate_card.draft_changed", id, { name, entries: entries.length });
  });
  return { revision: revision + 1 };
}

/** Puts a draft away. @throws Refusal `conflict`, `not_found` */
export async function discardDraft(
  operator: Operator,
  { id, revision }: { id: string; revision: number },
): Promise<void> {
  const draft = await openDraft(id);
  await within(draft.accountId, async (tx) => {
    const { count } = await tx.rateCardDraft.updateMany({
      where: { id, revision, publishedVersion: null, discardedAt: null },
      data: { discardedAt: new Date(), updatedAt: new Date(), updatedBy: operator.actor.email },
    });
    if (count === 0) throw await whyNot(id);
    await tell(tx, operator, draft.accountId, "rate_card.draft_discarded", id, { name: draft.name });
  });
}

/** The drafts that are being written, the latest changed first; those of one account, where it is named. At most 200. */
export async function listDrafts(_operator: Operator, accountId?: string): Promise<DraftView[]> {
  const drafts = await prisma().rateCardDraft.findMany({
    where: { ...(accountId !== undefined && { accountId }), publishedVersion: null, discardedAt: null },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: 200,
  });
  return drafts.map(draftView);
}

/** One draft, published or not. @throws Refusal `not_found` */
export async function readDraft(_operator: Operator, id: string): Promise<DraftView> {
  return draftView(await openDraft(id));
}

async function openDraft(id: string): Promise<RateCardDraft> {
  const draft = await prisma().rateCardDraft.findUnique({ where: { id } });
  if (!draft || draft.discardedAt !== null) throw notFound("draft");
  return draft;
}

/** Why a draft cannot be changed as it was asked for. */
export async function whyNot(id: string): Promise<Refusal> {
  const { publishedVersion, updatedBy } = await openDraft(id);
  return publishedVersion === null
    ? new Refusal(
        "conflict",
        `${updatedBy} has changed this draft since. Load it again to see how it is now.`,
      )
    : new Refusal("conflict", `This draft is published, as version ${publishedVersion}. Begin another one.`);
}

/** A transaction that sees the account whose prices they are, for its audit log. */
export function within<T>(accountId: string | null, run: (tx: Tx) => Promise<T>): Promise<T> {
  return accountId === null
    ? prisma().$transaction(run, { maxWait: 10_000, timeout: 30_000 })
    : inAccount(accountId, run);
}

/** An account's own prices stand in its audit log and the operators', everyone's in the operators' alone. */
export async function tell(
  tx: Tx,
  operator: Operator,
  accountId: string | null,
  action: string,
  subjectId: string,
  details: Record<string, string | number | null>,
): Promise<void> {
  if (accountId === null)
    return auditOperator(tx, operator, { action, target: `rate_card:${subjectId}`, details });
  await audit(tx, contextOfOperator(operator, accountId), {
    ...{ action, subjectType: "rate_card", subjectId, details },
  });
}

function draftView(draft: RateCardDraft): DraftView {
  const { id, accountId, name, note, revision, updatedBy, publishedVersion } = draft;
  return {
    ...{ id, accountId, name, note, revision, updatedBy, publishedVersion },
    validFrom: draft.validFrom?.toISOString() ?? null,
    entries: DraftEntry.array().parse(draft.entries),
    updatedAt: draft.updatedAt.toISOString(),
  };
}
