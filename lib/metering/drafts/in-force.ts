import { knownCards, rateCardOfVersion } from "../rate-cards";
import type { LoadedCard } from "../rules/price-event";
import { cardInForce, type RateEntry } from "../rules/rate-card";

/** Everyone's card in force, and the account's own one. */
export interface CardsInForce {
  general: LoadedCard | null;
  own: LoadedCard | null;
}

/** The cards that are in force at a time; none of an account where it has none. */
export async function cardsInForce(accountId: string | null, at = new Date()): Promise<CardsInForce> {
  const cards = await knownCards();
  const load = async (owner: string | null) => {
    const card = cardInForce(cards, owner, at);
    return card && rateCardOfVersion(card.version);
  };
  return { general: await load(null), own: accountId === null ? null : await load(accountId) };
}

/** All entries of a card; none of none. */
export function entriesIn(card: LoadedCard | null): RateEntry[] {
  return [...(card?.entries.values() ?? [])].flat();
}
