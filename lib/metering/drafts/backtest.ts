import type { Operator } from "@/lib/accounts/operator";
import { UNITS } from "@/lib/values/ids";
import { addDays, startOfDay, startOfMonth, utcDay } from "@/lib/values/time";
import type { LoadedCard } from "../rules/price-event";
import type { RateEntry } from "../rules/rate-card";
import { type AccountBacktest, backtestAccount } from "./backtest-account";
import { readDraft } from "./drafts";
import { cardsInForce } from "./in-force";
import { accountsWithUsage } from "./past-events";
import { entriesOfDraft } from "./rules/entries";
import { addTo, emptyTally, type Tally } from "./rules/tally";

/** What a draft would have changed for everybody whom it concerns. */
export interface Backtest {
  from: string;
  to: string;
  events: number;
  accounts: AccountBacktest[];
  features: { feature: string; tally: Tally }[];
  /** Credit, and tool runs. */
  totals: Tally[];
}

/**
 * Prices the usage of the last days once more, with a draft in the place of the card that it would follow: whole UTC days, and today until now. Each
 * account is read as of one moment, page by page, so that nothing is held in memory but sums. Nothing is written.
 */
export async function backtestDraft(
  operator: Operator,
  draftId: string,
  { days = 30, now = new Date() }: { days?: number; now?: Date } = {},
): Promise<Backtest> {
  const draft = await readDraft(operator, draftId);
  const { entries } = entriesOfDraft(draft.entries);
  const card = await loadedDraft(draft.accountId, entries);
  const countFrom = startOfDay(addDays(utcDay(now), -days));
  // Tiers ask where the month stood before the first day.
  const hasTiers = entries.some(({ tiers = [] }) => tiers.length > 0);
  const readFrom = hasTiers ? startOfDay(startOfMonth(utcDay(countFrom))) : countFrom;
  const window = { readFrom, countFrom, until: now };
  const accounts: AccountBacktest[] = [];
  for await (const account of accountsWithUsage(draft.accountId, window))
    accounts.push(await backtestAccount(account, card, window));
  return { from: countFrom.toISOString(), to: now.toISOString(), ...summed(accounts), accounts };
}

/** The draft as a card that prices can be asked of. An account's card that names no price list uses everyone's. */
async function loadedDraft(accountId: string | null, entries: readonly RateEntry[]): Promise<LoadedCard> {
  const { general, own } = await cardsInForce(accountId);
  if (!general) throw new Error("there is no rate card: `ecu import-rates` makes the first one");
  const byFeature = new Map<string, RateEntry[]>();
  for (const entry of entries) byFeature.set(entry.feature, [...(byFeature.get(entry.feature) ?? []), entry]);
  const base = accountId === null ? general : { ...(own ?? general), prices: null, priceList: null };
  return { ...base, accountId, version: 0, entries: byFeature };
}

function summed(accounts: readonly AccountBacktest[]): Pick<Backtest, "events" | "features" | "totals"> {
  const features = new Map<string, { feature: string; tally: Tally }>();
  const totals = UNITS.map((unit) => emptyTally(unit));
  for (const { feature, tally } of accounts.flatMap((account) => account.features)) {
    const name = `${feature}\n${tally.unit}`;
    const known = features.get(name) ?? { feature, tally: emptyTally(tally.unit) };
    features.set(name, known);
    addTo(known.tally, tally);
    for (const total of totals) if (total.unit === tally.unit) addTo(total, tally);
  }
  const names = [...features.keys()].sort();
  return {
    events: accounts.reduce((sum, account) => sum + account.events, 0),
    features: names.flatMap((name) => features.get(name) ?? []),
    totals: totals.filter(({ calls, newCharge }) => calls > 0 || newCharge > 0n),
  };
}
