import { z } from "zod";

const word = z.string().trim().max(200);
const number = z.string().trim().max(40);

/** A tier as it is written in a form. `above` in the meter's unit; for a markup, USD of real cost. */
export const DraftTier = z.strictObject({ above: number, price: number, markup: number });

/** An entry as it is written in a form: decimal strings; '' where nothing is said. */
export const DraftEntry = z.strictObject({
  feature: word,
  operation: word,
  model: word,
  hardware: word,
  meter: word,
  unit: z.enum(["credit", "tool_run"]),
  price: number,
  per: number,
  markup: number,
  floor: number,
  tiers: z.array(DraftTier).max(20, "are at most 20"),
});

export type DraftEntry = z.output<typeof DraftEntry>;

const name = z.string().trim().min(1, "is needed").max(100, "has at most 100 characters");
const revision = z.int().min(1);

/** For everyone, or one account's own prices. */
export const NewDraft = z.strictObject({
  name,
  accountId: z.uuid("is an account's id").nullable(),
});

export const DraftChange = z.strictObject({
  id: z.uuid(),
  revision,
  name,
  note: z.string().trim().max(1_000, "has at most 1000 characters"),
  /** Null: from the moment when it is published. */
  validFrom: z.iso.datetime({ offset: true, error: "is a time in UTC" }).nullable(),
  entries: z.array(DraftEntry).max(1_000, "are at most 1000"),
});

export type DraftChange = z.output<typeof DraftChange>;

export const OfDraft = z.strictObject({ id: z.uuid(), revision });
