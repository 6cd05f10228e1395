import { unitName } from "@/lib/values/display/unit";
import type { RateEntry } from "../../rules/rate-card";
import { draftEntryOf } from "./entries";
import type { DraftEntry } from "../schema";

/** What a card says otherwise than another, of one price. */
export interface Difference {
  change: "added" | "removed" | "changed";
  feature: string;
  /** Operation, model and hardware, where they are named. */
  of: string;
  meter: string;
  before: string | null;
  after: string | null;
}

/** How one card differs from another, in the order of their names. The same entries in another order differ in nothing. */
export function differencesOf(before: readonly RateEntry[], after: readonly RateEntry[]): Difference[] {
  const [old, fresh] = [byName(before), byName(after)];
  const names = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return names.flatMap((name) => {
    const [was, is] = [old.get(name), fresh.get(name)];
    const shown = is ?? was;
    if (!shown) return [];
    const [left, right] = [was ? priceWords(was) : null, is ? priceWords(is) : null];
    if (left === right) return [];
    const { feature, operation, model, hardware, meter } = shown;
    const change = was ? (is ? "changed" : "removed") : "added";
    const of = [operation, model, hardware].filter((part) => part !== "").join(" · ");
    return [{ change, feature, of, meter, before: left, after: right }];
  });
}

/** A price in words: "0.05 ECU for 1000, floor 0.001; above 10000: 0.04". */
export function priceWords(entry: RateEntry): string {
  const { price, per, markup, floor, unit, tiers } = draftEntryOf(entry);
  const word = unitName(unit);
  const rate = (fixed: string, times: string) => (times ? `real cost × ${times}` : `${fixed} ${word}`);
  return [
    rate(price, markup) +
      (per === "1" ? "" : ` for ${per}`) +
      (floor === "0" ? "" : `, floor ${floor} ${word}`),
    ...tiers.map((tier) => `above ${tierBorder(tier, markup)}: ${rate(tier.price, tier.markup)}`),
  ].join("; ");
}

function tierBorder({ above }: DraftEntry["tiers"][number], markup: string): string {
  return markup ? `$${above} a month` : `${above} a month`;
}

function byName(entries: readonly RateEntry[]): Map<string, RateEntry> {
  return new Map(
    entries.map((entry) => {
      const { feature, operation, model, hardware, meter } = entry;
      return [[feature, operation, model, hardware, meter].join("\n"), entry];
    }),
  );
}
