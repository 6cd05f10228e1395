import { accountIdsInTurn } from "@/lib/accounts/accounts-in-turn";
import { readAcrossAccounts } from "@/lib/db/transaction";
import type { Sql } from "@/lib/db/sql";
import { nano } from "@/lib/values/money";
import { type PicoUsd, picoUsd } from "@/lib/values/usd";
import { rateCardOfVersion } from "./rate-cards";
import { type Margin, marginOf, type Spend } from "./rules/margin";
import { entriesFor } from "./rules/rate-card";

/** What margins can be told apart by. */
export const MARGIN_GROUPS = ["feature", "model", "account"] as const;
export type MarginGroup = (typeof MARGIN_GROUPS)[number];

/** The margin of a feature, model or account. */
export interface MarginRow extends Margin {
  /** As usage has it; empty for calls without a model. */
  value: string;
  name: string;
  calls: number;
  /** Calls with the customer's own provider key: the provider's cost is not ours, so that they are in no ratio, and neither is their fee. */
  ownKeyCalls: number;
  ownKeyRevenue: PicoUsd;
  /** What of the revenue was earned with calls of which no cost was recorded, such as machines of one's own: it is in no ratio either. */
  uncostedRevenue: PicoUsd;
}

/** Only what concerns this feature, model and account. */
export type MarginFilter = Partial<Record<MarginGroup, string>>;

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

/**
 * Realised margins over LLM and external spend alike, for usage that was reported between two moments: what was charged, at what a credit was worth then and with
 * what re-rates have changed of it since, against what it really cost. Reads the events of each account by the time when they ran, once for all groups.
 */
export async function readAllMargins(
  { from, to }: { from: Date; to: Date },
  filter: MarginFilter = {},
): Promise<Record<MarginGroup, MarginRow[]> & { total: MarginRow }> {
  const records = await readAcrossAccounts((sql) => readGroups(sql, from, to, filter));
  const markups = new Map<string, Promise<Terms>>();
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
  const rowsBy = (group: MarginGroup) => {
    const groups = new Map<string, PricedGroup[]>();
    for (const spend of spends) {
      const name = nameOf(spend.record, group);
      const members = groups.get(name);
      if (members) members.push(spend);
      else groups.set(name, [spend]);
    }
    return [...groups].map(([name, members]) => rowOf(name, members)).toSorted(byCost);
  };
  return {
    ...{ feature: rowsBy("feature"), model: rowsBy("model"), account: rowsBy("account") },
    total: rowOf("total", spends),
  };
}

/** The same, told apart by one of them. */
export async function readMargins(
  period: { from: Date; to: Date },
  group: MarginGroup,
): Promise<{ rows: MarginRow[]; total: MarginRow }> {
  const margins = await readAllMargins(period);
  return { rows: margins[group], total: margins.total };
}

async function readGroups(
  sql: Sql,
  from: Date,
  to: Date,
  { account, feature, model }: MarginFilter,
): Promise<GroupRecord[]> {
  const found: GroupRecord[] = [];
  for await (const accounts of accountIdsInTurn(sql, account))
    found.push(
      ...(await sql.query<GroupRecord>(GROUPS, [accounts, from, to, feature ?? null, model ?? null])),
    );
  return found;
}

const GROUPS = `
SELECT e.account_id, e.feature, e.operation, e.model, e.hardware, e.rate_card, e.byok, count(*)::int AS calls,
  sum(coalesce(r.new_charge, e.charge))::text AS charge, sum(e.cost_usd)::text AS cost
FROM usage_events e LEFT JOIN re_rate_events r ON r.account_id = e.account_id AND r.event_id = e.id AND r.is_posted
WHERE e.account_id = ANY ($1::uuid[]) AND e.occurred_at >= $2 AND e.occurred_at < $3 AND e.unit = 'credit'
  AND ($4::text IS NULL OR e.feature = $4) AND ($5::text IS NULL OR e.model = $5)
GROUP BY 1, 2, 3, 4, 5, 6, 7`;

type Terms = Pick<Spend, "creditValue" | "markupPpm">;
interface PricedGroup {
  record: GroupRecord;
  terms: Terms;
}

/** What the card that priced them asks for: its markup, or at least the cost. */
async function termsOf(record: GroupRecord): Promise<Terms> {
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
  return { feature, model, account: account_id }[group];
}

function rowOf(value: string, groups: readonly PricedGroup[]): MarginRow {
  const count = (of: typeof groups) => of.reduce((sum, { record }) => sum + record.calls, 0);
  const ours = groups.filter(({ record }) => !record.byok);
  const { revenue: ownKeyRevenue } = marginOf(groups.filter(({ record }) => record.byok).map(spendOf));
  const ownKeyCalls = count(groups) - count(ours);
  const { revenue } = marginOf(ours.map(spendOf));
  const costed = marginOf(ours.map(spendOf).filter(({ cost }) => cost > 0n));
  return {
    ...{ value, name: value || "no model", calls: count(groups), ownKeyCalls, ownKeyRevenue },
    ...{ ...costed, revenue, uncostedRevenue: picoUsd(revenue - costed.revenue) },
  };
}

function spendOf({ record, terms }: PricedGroup): Spend {
  return { ...terms, charge: nano(BigInt(record.charge)), cost: picoUsd(BigInt(record.cost)) };
}

function byCost(left: MarginRow, right: MarginRow): number {
  return (
    Number(right.cost > left.cost) - Number(right.cost < left.cost) || left.name.localeCompare(right.name)
  );
}
