import type { Operator } from "@/lib/accounts/operator";
import { sqlOf, type Tx } from "@/lib/db/transaction";
import { invalid, notFound, Refusal } from "@/lib/values/refusal";
import { forgetRateCards } from "../rate-cards";
import { lockRateCards, writeRateCard } from "../write-rate-card";
import { readDraft, tell, whyNot, within } from "./drafts";
import { cardsInForce } from "./in-force";
import { entriesOfDraft } from "./rules/entries";
import { DraftEntry } from "./schema";

/**
 * Makes a draft a version of the rate card, in force from now or from a time to come: what was charged keeps its version. Returns the version.
 * @throws Refusal `conflict` for an older revision or a published draft, `invalid_request` naming `validFrom` or `entries.N.field`
 */
export async function publishDraft(
  operator: Operator,
  { id, revision }: { id: string; revision: number },
): Promise<{ version: number }> {
  const { accountId } = await readDraft(operator, id);
  forgetRateCards();
  const version = await within(accountId, (tx) => publish(tx, operator, id, revision));
  forgetRateCards();
  return { version };
}

async function publish(tx: Tx, operator: Operator, id: string, revision: number): Promise<number> {
  const sql = sqlOf(tx);
  await lockRateCards(sql);
  const draft = await tx.rateCardDraft.findUnique({ where: { id } });
  if (!draft || draft.discardedAt !== null) throw notFound("draft");
  if (draft.revision !== revision || draft.publishedVersion !== null) throw await whyNot(id);
  const { entries, faults } = entriesOfDraft(DraftEntry.array().parse(draft.entries));
  if (entries.length === 0) throw invalid("entries", "is empty: add a price");
  if (faults.length > 0) throw new Refusal("invalid_request", "Some prices are not valid yet.", faults);
  const { accountId, validFrom, name, note } = draft;
  if (validFrom !== null && validFrom < new Date())
    throw invalid(
      "validFrom",
      "lies in the past: what was charged keeps its price. Name a time to come, or none",
    );
  const { own, general } = await cardsInForce(accountId);
  if (!general) throw new Error("there is no rate card: `ecu import-rates` makes the first one");
  // An account's own card that names no price list uses everyone's, also the later ones.
  const base = accountId === null ? general : { priceList: null, creditValue: (own ?? general).creditValue };
  const { email: createdBy } = operator.actor;
  const version = await writeRateCard(sql, {
    ...{ accountId, validFrom, entries, createdBy, note: note ? `${name}: ${note}` : name },
    ...{ priceList: base.priceList, creditValue: base.creditValue },
  });
  // Counted up, so that a change that waited for this finds another revision.
  const { count } = await tx.rateCardDraft.updateMany({
    where: { id, revision, publishedVersion: null, discardedAt: null },
    data: { publishedVersion: version, revision: revision + 1, updatedAt: new Date(), updatedBy: createdBy },
  });
  if (count === 0) throw await whyNot(id);
  await tell(tx, operator, accountId, "rate_card.published", id, {
    version,
    name,
    valid_from: validFrom?.toISOString() ?? "now",
  });
  return version;
}
