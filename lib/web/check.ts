import type { z } from "zod";
import { FAULT_WORDS } from "@/lib/values/fault-words";
import { faultsOf } from "@/lib/values/faults";
import { type FieldFault, Refusal } from "@/lib/values/refusal";

/** Reads a value with a schema. @throws Refusal `invalid_request` that names each faulty field. */
export function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value, FAULT_WORDS);
  if (!read.success) throw refusalOfFaults(faultsOf(read.error, value));
  return read.data;
}

/** One refusal for everything that was wrong with an input. */
export function refusalOfFaults(faults: readonly FieldFault[]): Refusal {
  const named = faults.map(({ field, message }) => ({ field: field || "body", message }));
  const [first] = named;
  const more = named.length > 1 ? ` (and ${named.length - 1} more)` : "";
  return new Refusal(
    "invalid_request",
    first ? `${first.field}: ${first.message}${more}.` : "The request is not valid.",
    named.slice(0, 100),
  );
}
