import { z } from "zod";
import { FORMATS } from "./rules/formats";

const column = z.string().trim().max(200);

/** A bill of a provider, as a file. */
export const NewBill = z.strictObject({
  name: z.string().trim().min(1, "is needed").max(200),
  provider: z.string().trim().max(200),
  text: z.string().min(1, "is empty"),
  format: z.enum([...FORMATS, "auto"]),
  /** Needed for a format that we do not know. */
  columns: z
    .strictObject({
      day: column.min(1, "is needed"),
      model: column.min(1, "is needed"),
      cost: column.min(1, "is needed"),
      kind: column.optional(),
      quantity: column.optional(),
    })
    .nullable(),
});
export type NewBill = z.output<typeof NewBill>;

export const OfBill = z.strictObject({ id: z.uuid() });
export type OfBill = z.output<typeof OfBill>;
