import type { Unit } from "@/lib/values/ids";
import { InvalidValue } from "@/lib/values/invalid-value";
import { faultOfCredits, type Nano, nano, parseCredits, ZERO } from "@/lib/values/money";
import type { FieldFault } from "@/lib/values/refusal";
import { formatUsd, parseUsd, picoUsd } from "@/lib/values/usd";
import { formatAmount } from "../../rules/price";
import { formatQuantity, isQuantity, type Micro, quantity } from "../../rules/quantity";
import type { RateEntry } from "../../rules/rate-card";
import type { RateTier } from "../../rules/tiers";
import type { DraftEntry } from "../schema";

const SLUG = /^[a-z0-9][a-z0-9_.-]{0,62}$/;
const METER = /^[a-z][a-z0-9_]{0,62}$/;
const PER = /^[1-9][0-9]{0,14}$/;
const RUNS = /^(0|[1-9][0-9]{0,14})$/;
const LEAST_MARKUP = 1_000_000n;
const MOST_MARKUP = 1_000_000_000n;

/** Says which field of which entry is at fault. */
type Fault = (field: string, message: string) => void;

/** The entries of a draft as a rate card has them, or everything that is wrong with them, by `entries.N.field`. */
export function entriesOfDraft(entries: readonly DraftEntry[]): {
  entries: RateEntry[];
  faults: FieldFault[];
} {
  const faults: FieldFault[] = [];
  const units = new Map<string, Unit>();
  const seen = new Set<string>();
  const read = entries.map((entry, index) => {
    const fault: Fault = (field, message) => faults.push({ field: `entries.${index}.${field}`, message });
    const kind = [entry.feature, entry.operation, entry.model, entry.hardware].join("\n");
    if (seen.has(`${kind}\n${entry.meter}`))
      fault("meter", "has a price for the same calls in another entry");
    seen.add(`${kind}\n${entry.meter}`);
    if ((units.get(kind) ?? entry.unit) !== entry.unit)
      fault("unit", "differs from another entry's for the same calls");
    units.set(kind, entry.unit);
    return readEntry(entry, fault);
  });
  return { entries: read, faults };
}

function readEntry(entry: DraftEntry, fault: Fault): RateEntry {
  const { feature, operation, model, hardware, meter, unit } = entry;
  if (!SLUG.test(feature)) fault("feature", "is a word such as model_inference");
  if (operation !== "" && !SLUG.test(operation)) fault("operation", "is a word such as chat, or empty");
  if (hardware !== "" && !SLUG.test(hardware)) fault("hardware", "is a word such as a100, or empty");
  if (!METER.test(meter)) fault("meter", "is a word such as run, or cost for cost-plus");
  const byCost = meter === "cost";
  if (byCost && unit !== "credit") fault("unit", "is credit where the real cost is charged");
  if (byCost && entry.price !== "") fault("price", "is empty where the real cost is charged");
  if (!byCost && entry.markup !== "") fault("markup", "is for the meter cost");
  const base = {
    price: byCost ? null : amount(entry.price, unit, (message) => fault("price", message)),
    markupPpm: byCost ? markup(entry.markup, (message) => fault("markup", message)) : null,
  };
  const per = byCost && entry.per === "" ? "1" : entry.per;
  if (!PER.test(per)) fault("per", "is a whole number from 1");
  const tiers = readTiers(entry, fault);
  return {
    ...{ feature, operation, model, hardware, meter, unit },
    ...base,
    per: PER.test(per) ? BigInt(per) : 1n,
    floor: entry.floor === "" ? ZERO : amount(entry.floor, unit, (message) => fault("floor", message)),
    ...(tiers.length > 0 && { tiers }),
  };
}

function readTiers({ meter, unit, tiers }: DraftEntry, fault: Fault): RateTier[] {
  // An instance's time is held for before it runs, at a price that must not move meanwhile.
  if (tiers.length > 0 && /(^|_)hour$/.test(meter))
    fault("tiers", "are not possible for what is billed by the hour");
  let last = 0n;
  return tiers.map((tier, index) => {
    const wrong = (field: string) => (message: string) => fault(`tiers.${index}.${field}`, message);
    const above = border(tier.above, meter === "cost");
    if (above === null || above <= last) wrong("above")("is a number above that of the tier before it");
    last = above ?? last;
    return meter === "cost"
      ? { above: last, price: null, markupPpm: markup(tier.markup, wrong("markup")) }
      : { above: last, price: amount(tier.price, unit, wrong("price")), markupPpm: null };
  });
}

function border(text: string, isCost: boolean): bigint | null {
  if (!isCost) return isQuantity(text) ? quantity(text) : null;
  return orNull(() => parseUsd(text));
}

function amount(text: string, unit: Unit, fault: (message: string) => void): Nano {
  if (unit === "tool_run") {
    if (RUNS.test(text)) return nano(BigInt(text));
    fault("is a whole number of tool runs");
    return ZERO;
  }
  const wrong = faultOfCredits(text);
  const read = wrong === null ? parseCredits(text) : ZERO;
  if (wrong !== null || read < ZERO) fault(wrong ?? "cannot be negative");
  return read < ZERO ? ZERO : read;
}

function markup(text: string, fault: (message: string) => void): bigint {
  const ppm = isQuantity(text) ? quantity(text) : 0n;
  if (ppm < LEAST_MARKUP || ppm > MOST_MARKUP)
    fault("is at least 1, so that no call is charged below its cost, and at most 1000");
  return ppm;
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof InvalidValue) return null;
    throw error;
  }
}

/** An entry of a rate card as a form shows it. */
export function draftEntryOf(entry: RateEntry): DraftEntry {
  const {
    feature,
    operation,
    model,
    hardware,
    meter,
    unit,
    price,
    per,
    markupPpm,
    floor,
    tiers = [],
  } = entry;
  const priceText = (value: Nano | null) => (value === null ? "" : formatAmount(unit, value));
  const markupText = (value: bigint | null) => (value === null ? "" : formatQuantity(value as Micro));
  return {
    ...{ feature, operation, model, hardware, meter, unit },
    price: priceText(price),
    per: per.toString(),
    markup: markupText(markupPpm),
    floor: formatAmount(unit, floor),
    tiers: tiers.map((tier) => ({
      above: meter === "cost" ? formatUsd(picoUsd(tier.above)) : formatQuantity(tier.above as Micro),
      price: priceText(tier.price),
      markup: markupText(tier.markupPpm),
    })),
  };
}
