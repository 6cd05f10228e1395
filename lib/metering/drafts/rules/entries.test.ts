import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultEntries } from "../../rules/default-card";
import type { DraftEntry } from "../schema";
import { differencesOf } from "./differences";
import { draftEntryOf, entriesOfDraft } from "./entries";

const entry = (part: Partial<DraftEntry>): DraftEntry => ({
  ...{ feature: "judge_run", operation: "", model: "", hardware: "", meter: "run", unit: "credit" },
  ...{ price: "1", per: "1", markup: "", floor: "0", tiers: [] },
  ...part,
});
const costPlus = (markup: string) => entry({ meter: "cost", price: "", markup });
const faultsOf = (...entries: DraftEntry[]) => entriesOfDraft(entries).faults.map(({ field }) => field);
const tier = (above: string, price: string, markup = "") => ({ above, price, markup });

describe("the entries of a draft", () => {
  it("are those of the card that they were taken from, and differ from it in nothing", () => {
    const card = defaultEntries(1_300_000n);
    const { entries, faults } = entriesOfDraft(card.map(draftEntryOf));
    expect(faults).toEqual([]);
    expect(entries).toEqual(card);
    expect(differencesOf(card, entries.toReversed())).toEqual([]);
  });

  it("never charge less than the real cost: a markup is at least 1, in tiers too", () => {
    expect(faultsOf(costPlus("0.999999"))).toEqual(["entries.0.markup"]);
    expect(faultsOf(costPlus("1"))).toEqual([]);
    const tiers = [tier("100", "", "0.9")];
    expect(faultsOf({ ...costPlus("1.3"), tiers })).toEqual(["entries.0.tiers.0.markup"]);
  });

  it.each([
    [{ price: "" }, "price"],
    [{ price: "-1" }, "price"],
    [{ price: "1e3" }, "price"],
    [{ price: "0.0000000001" }, "price"],
    [{ feature: "" }, "feature"],
    [{ feature: "Judge Run" }, "feature"],
    [{ meter: "" }, "meter"],
    [{ markup: "1.3" }, "markup"],
    [{ per: "0" }, "per"],
    [{ per: "1.5" }, "per"],
    [{ floor: "x" }, "floor"],
    [{ unit: "tool_run" as const, price: "0.5" }, "price"],
    [{ hardware: "A 100" }, "hardware"],
    [{ meter: "gpu_hour", tiers: [tier("1", "1")] }, "tiers"],
    [{ tiers: [tier("0", "1")] }, "tiers.0.above"],
    [{ tiers: [tier("2", "1"), tier("2", "1")] }, "tiers.1.above"],
    [{ tiers: [tier("2", "")] }, "tiers.0.price"],
  ])("name the field at fault: %o", (part, field) => {
    expect(faultsOf(entry({}), entry({ feature: "gepa_optimization", ...part }))).toEqual([
      `entries.1.${field}`,
    ]);
  });

  it("price the same calls by the same meter once, in one unit", () => {
    expect(faultsOf(entry({}), entry({ price: "2" }))).toEqual(["entries.1.meter"]);
    const run = entry({ unit: "tool_run", meter: "call" });
    expect(faultsOf(entry({}), run)).toEqual(["entries.1.unit"]);
  });

  it("are read without a fault or named by one, whatever is written", () => {
    const texts = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom("cost", "1", "0.5", "run", ""));
    const any = fc.record({
      ...{ feature: texts, operation: texts, model: texts, hardware: texts, meter: texts },
      unit: fc.constantFrom("credit" as const, "tool_run" as const),
      ...{ price: texts, per: texts, markup: texts, floor: texts },
      tiers: fc.array(fc.record({ above: texts, price: texts, markup: texts }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 4 }), (written) => {
        const { entries, faults } = entriesOfDraft(written);
        if (faults.length > 0) return;
        for (const { markupPpm, price, floor, per } of entries) {
          expect(markupPpm === null || markupPpm >= 1_000_000n).toBe(true);
          expect((price ?? 0n) >= 0n && floor >= 0n && per > 0n).toBe(true);
        }
      }),
    );
  });
});
