import type { Operator } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { sqlOf } from "@/lib/db/transaction";
import { notFound } from "@/lib/values/refusal";
import { formatUsd, picoUsd } from "@/lib/values/usd";
import { readEntries } from "../rate-cards";
import { cardInForce } from "../rules/rate-card";
import { cardsInForce, entriesIn } from "./in-force";
import { type DraftView, readDraft } from "./drafts";
import { type Difference, differencesOf } from "./rules/differences";
import { draftEntryOf, entriesOfDraft } from "./rules/entries";
import type { DraftEntry } from "./schema";

/** A version of a rate card as operators see it. */
export interface VersionView {
  version: number;
  accountId: string | null;
  validFrom: string;
  /** Whether it prices calls of now, will, or did. Of those that begin together the newest counts. */
  state: "in_force" | "scheduled" | "past";
  creditUsdValue: string;
  priceList: string | null;
  note: string;
  createdAt: string;
  createdBy: string;
}

const MOST = 200;

/** The newest versions, everyone's and accounts' own; at most 200. */
export async function listVersions(_operator: Operator): Promise<VersionView[]> {
  return (await allVersions()).slice(0, MOST);
}

/** The versions by which an account is charged now: its own, if it has one, and everyone's. */
export async function versionsInForce(accountId: string): Promise<Record<"own" | "general", number | null>> {
  const now = new Date();
  const cards = await readCards({ OR: [{ accountId }, { accountId: null }] });
  return {
    own: cardInForce(cards, accountId, now)?.version ?? null,
    general: cardInForce(cards, null, now)?.version ?? null,
  };
}

async function readCards(where?: Prisma.RateCardWhereInput) {
  const cards = await prisma().rateCard.findMany({
    ...(where && { where }),
    orderBy: { version: "desc" },
    include: { prices: true },
  });
  return cards.map(({ creditValue, ...card }) => ({ ...card, creditValue: picoUsd(creditValue) }));
}

async function allVersions(): Promise<VersionView[]> {
  const now = new Date();
  const all = await readCards();
  return all.map((card) => ({
    version: card.version,
    accountId: card.accountId,
    validFrom: card.validFrom.toISOString(),
    state:
      card.validFrom > now
        ? "scheduled"
        : cardInForce(all, card.accountId, now)?.version === card.version
          ? "in_force"
          : "past",
    creditUsdValue: formatUsd(card.creditValue),
    priceList: card.prices ? `${card.prices.source} ${card.prices.sourceVersion}` : null,
    note: card.note,
    createdAt: card.createdAt.toISOString(),
    createdBy: card.createdBy,
  }));
}

/** A version with its prices, and how they differ from the owner's version before it. @throws Refusal `not_found` */
export async function readVersion(
  _operator: Operator,
  version: number,
): Promise<VersionView & { entries: DraftEntry[]; before: number | null; differences: Difference[] }> {
  const versions = await allVersions();
  const view = versions.find((known) => known.version === version);
  if (!view) throw notFound("version of the rate card");
  const before = versions.find((known) => known.accountId === view.accountId && known.version < version);
  const sql = sqlOf(prisma());
  const entries = await readEntries(sql, version);
  const old = before ? await readEntries(sql, before.version) : [];
  return {
    ...view,
    entries: entries.map(draftEntryOf),
    before: before?.version ?? null,
    differences: differencesOf(old, entries),
  };
}

/** How a draft differs from the prices that its owner has now. */
export async function draftDifferences(
  operator: Operator,
  id: string,
): Promise<{ draft: DraftView; against: number | null; differences: Difference[] }> {
  const draft = await readDraft(operator, id);
  const { own, general } = await cardsInForce(draft.accountId);
  const base = draft.accountId === null ? general : own;
  const { entries } = entriesOfDraft(draft.entries);
  return { draft, against: base?.version ?? null, differences: differencesOf(entriesIn(base), entries) };
}
