import type { z } from "zod";
import type { FieldFault } from "./refusal";

/** What a schema found in an input, field by field: `events.3.input_tokens`. What is missing is told as missing, also where a field has words of its own for what it is. */
export function faultsOf(error: z.ZodError, input: unknown): FieldFault[] {
  return error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ field: [...issue.path, key].join("."), message: "is not known here" }))
      : [{ field: issue.path.join("."), message: messageOf(issue, input) }],
  );
}

function messageOf(issue: z.core.$ZodIssue, input: unknown): string {
  if (issue.code === "invalid_key") return issue.issues[0]?.message ?? issue.message;
  const isOfKind =
    issue.code === "invalid_type" || issue.code === "invalid_value" || issue.code === "invalid_union";
  return isOfKind && issue.path.length > 0 && isMissing(input, issue.path) ? "is required" : issue.message;
}

function isMissing(input: unknown, path: readonly PropertyKey[]): boolean {
  const found = path.reduce<unknown>(
    (value, name) => (typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined),
    input,
  );
  return found === undefined;
}
