import type { z } from "zod";
import { FAULT_WORDS } from "@/lib/values/fault-words";
import { type FieldFault, Refusal } from "@/lib/values/refusal";

/** Reads a value with a schema. @throws Refusal `invalid_request` that names each faulty field. */
export function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const read = schema.safeParse(value, FAULT_WORDS);
  if (!read.success) throw refusalOfFaults(faultsOf(read.error));
  return read.data;
}

/** What a schema found, field by field: `events.3.input_tokens`. */
export function faultsOf(error: z.ZodError): FieldFault[] {
  return error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ field: [...issue.path, key].join("."), message: "is not known here" }))
      : [{ field: issue.path.join(".") || "body", message: issue.message }],
  );
}

/** One refusal for everything that was wrong with an input. */
export function refusalOfFaults(faults: readonly FieldFault[]): Refusal {
  const [first] = faults;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : "";
  return new Refusal(
    "invalid_request",
    first ? `${first.field}: ${first.message}${more}` : "The request is not valid.",
    faults.slice(0, 100),
  );
}
