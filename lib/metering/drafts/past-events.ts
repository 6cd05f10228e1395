import type { Sql } from "@/lib/db/sql";
import { readAcrossAccounts } from "@/lib/db/transaction";
import type { Unit } from "@/lib/values/ids";
import type { LoadedCard, Tariff } from "../rules/price-event";
import type { PastEvent } from "./reprice";

/** Events from `countFrom` on are compared; those from `readFrom` on only say where the month stands. */
export interface Window {
  readFrom: Date;
  countFrom: Date;
  until: Date;
}

/** An event as it was charged. */
export type ChargedEvent = PastEvent & {
  unit: Unit;
  charge: bigint;
  rateCard: number;
  pricedBy: "rate_card" | "caller";
};

const PAGE = 2_000;
const ACCOUNTS_AT_ONCE = 100;
const EVENTS = `SELECT id, occurred_at AS "occurredAt", feature, operation, provider, model, hardware, member, team, project, mandate, resource,
  input_tokens AS "inputTokens", output_tokens AS "outputTokens", cached_input_tokens AS "cachedInputTokens",
  cache_write_tokens AS "cacheWriteTokens", reasoning_tokens AS "reasoningTokens", quantities, byok, cost_usd AS "costUsd",
  cost_source AS "costSource", rate_card AS "rateCard", unit::text AS unit, charge, volumes, priced_by AS "pricedBy"
FROM usage_events
WHERE account_id = $1::uuid AND occurred_at >= $2 AND occurred_at < $3 AND (occurred_at, id) > ($4, $5)
ORDER BY occurred_at, id LIMIT ${PAGE}`;

/** An account's usage in the order in which it ran, page by page. */
export async function* pastEvents(
  sql: Sql,
  accountId: string,
  window: Window,
): AsyncGenerator<ChargedEvent[]> {
  let [at, after] = [window.readFrom, ""];
  for (;;) {
    const values = [accountId, window.readFrom, window.until, at, after];
    const rows = await sql.query<ChargedEvent>(EVENTS, values);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    if (rows.length < PAGE) return;
    [at, after] = [last.occurredAt, last.id];
  }
}

/** The accounts that used something in the window; only one of them, where it is named. */
export async function* accountsWithUsage(
  only: string | null,
  { countFrom, until }: Window,
): AsyncGenerator<{ id: string; name: string }> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const from = after;
    const page = await readAcrossAccounts((sql) =>
      sql.query<{ id: string; name: string }>(
        `SELECT id, name FROM accounts a WHERE id > $1::uuid AND ($2::uuid IS NULL OR id = $2::uuid)
           AND EXISTS (SELECT 1 FROM usage_events e WHERE e.account_id = a.id AND e.occurred_at >= $3 AND e.occurred_at < $4)
         ORDER BY id LIMIT ${ACCOUNTS_AT_ONCE}`,
        [from, only, countFrom, until],
      ),
    );
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < ACCOUNTS_AT_ONCE) return;
    after = last.id;
  }
}

/** A card in the place of the one that it would follow. */
export function withCard(tariff: Tariff, card: LoadedCard): Tariff {
  const others = tariff.filter(({ accountId }) => accountId !== card.accountId);
  return card.accountId === null ? [...others, card] : [card, ...others];
}
