import { readAcrossAccounts } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import { nano } from "@/lib/values/money";
import { picoUsd } from "@/lib/values/usd";
import { rateCardOfVersion } from "./rate-cards";
import { type Margin, marginOf, type Spend } from "./rules/margin";
import { entriesFor } from "./rules/rate-card";

/** What margins can be told apart by. */
export const MARGIN_GROUPS = ["feature", "model", "account"] as const;
export type MarginGroup = (typeof MARGIN_GROUPS)[number];

/** The margin of a feature, model or account. */
export interface MarginRow extends Margin {
  name: string;
  calls: number;
  /** Calls with the customer's own provider key: the provider's cost is not ours, so that they are in no ratio. */
  ownKeyCalls: number;
}

interface GroupRecord {
  account_id: string;
  feature: string;
  operation: string;
  model: string;
  hardware: string;
  rate_card: number;
  byok: boolean;
  calls: number;
  charge: string;
  cost: string;
}

/** So many accounts are read by one statement. */
const ACCOUNTS_AT_ONCE = 200;

/**
 * Realised margins over LLM and external spend alike, for usage that was reported between two moments: what was charged, at what a credit was worth then, against
 * what it really cost. Reads the events of each account by the time when they ran.
 */
export async function readMargins(
  { from, to }: { from: Date; to: Date },
  group: MarginGroup,
): Promise<{ rows: MarginRow[]; total: MarginRow }> {
  const records = await readAcrossAccounts((sql) => readGroups(sql, from, to));
  const markups = new Map<string, Promise<{ creditValue: Spend["creditValue"]; markupPpm: bigint }>>();
  const spends = await Promise.all(
    records.map(async (record) => {
      const key = [record.rate_card, record.feature, record.operation, record.model, record.hardware].join(
        "\n",
      );
      const terms = markups.get(key) ?? termsOf(record);
      markups.set(key, terms);
      return { record, terms: await terms };
    }),
  );
  const groups = new Map<string, typeof spends>();
  for (const spend of spends) {
    const name = nameOf(spend.record, group);
    groups.set(name, [...(groups.get(name) ?? []), spend]);
  }
  const rows = [...groups].map(([name, members]) => rowOf(name, members));
  return { rows: rows.toSorted(byCost), total: rowOf("total", spends) };
}

async function readGroups(sql: Sql, from: Date, to: Date): Promise<GroupRecord[]> {
  const found: GroupRecord[] = [];
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const accounts = await sql.query<{ id: string }>(
      `SELECT id FROM accounts WHERE id > $1::uuid ORDER BY id LIMIT ${ACCOUNTS_AT_ONCE}`,
      [after],
    );
    const last = accounts.at(-1);
    if (!last) return found;
    found.push(...(await sql.query<GroupRecord>(GROUPS, [accounts.map(({ id }) => id), from, to])));
    after = last.id;
  }
}

const GROUPS = `
SELECT account_id, feature, operation, model, hardware, rate_card, byok, count(*)::int AS calls, sum(charge)::text AS charge, sum(cost_usd)::text AS cost
FROM usage_events
WHERE account_id = ANY ($1::uuid[]) AND occurred_at >= $2 AND occurred_at < $3 AND unit = 'credit'
GROUP BY 1, 2, 3, 4, 5, 6, 7`;

/** What the card that priced them asks for: its markup, or at least the cost. */
async function termsOf(record: GroupRecord): Promise<Pick<Spend, "creditValue" | "markupPpm">> {
  const card = await rateCardOfVersion(record.rate_card);
  if (!card) throw new Error(`there is no rate card ${record.rate_card}`);
  const entries = entriesFor(card.entries.get(record.feature) ?? [], record);
  const byCost = entries.find((entry) => entry.markupPpm !== null);
  // Of a volume's tiers none is fallen below.
  const markups = [byCost, ...(byCost?.tiers ?? [])].flatMap((priced) => priced?.markupPpm ?? []);
  const markupPpm = markups.reduce(
    (least, markup) => (markup < least ? markup : least),
    markups[0] ?? 1_000_000n,
  );
  return { creditValue: card.creditValue, markupPpm };
}

function nameOf({ feature, model, account_id }: GroupRecord, group: MarginGroup): string {
  return group === "feature" ? feature : group === "model" ? model || "no model" : account_id;
}

function rowOf(
  name: string,
  spends: readonly { record: GroupRecord; terms: Pick<Spend, "creditValue" | "markupPpm"> }[],
): MarginRow {
  const count = (of: typeof spends) => of.reduce((sum, { record }) => sum + record.calls, 0);
  const ours = spends.filter(({ record }) => !record.byok);
  const margin = marginOf(
    ours.map(({ record, terms }) => ({
      ...terms,
      charge: nano(BigInt(record.charge)),
      cost: picoUsd(BigInt(record.cost)),
    })),
  );
  return { name, calls: count(spends), ownKeyCalls: count(spends) - count(ours), ...margin };
}

function byCost(left: MarginRow, right: MarginRow): number {
  return (
    Number(right.cost > left.cost) - Number(right.cost < left.cost) || left.name.localeCompare(right.name)
  );
}
