import { parse as parseForm } from "qs";
import type { z } from "zod";
import { invalid } from "./errors";

/** Reads a form body or a query in Stripe's notation: `a[b][0]=c`. */
export function readForm(form: string): Record<string, unknown> {
  return parseForm(form, {
    depth: 12,
    arrayLimit: 1000,
    parameterLimit: 2000,
    plainObjects: true,
    ignoreQueryPrefix: true,
  });
}

/** Reads parameters by their schema, or refuses them the way Stripe does. */
export function parse<S extends z.ZodType>(schema: S, input: Record<string, unknown>): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = deepest(result.error.issues);
  throw issue ? refusal(issue, input) : invalid("Invalid request.");
}

type Issue = z.core.$ZodIssue;

/** A value that fits none of several schemas is best explained by the one that got furthest. */
function deepest(issues: readonly Issue[]): Issue | undefined {
  const [issue] = issues;
  if (issue?.code !== "invalid_union") return issue;
  const inner = issue.errors
    .map((branch) => deepest(branch))
    .sort((one, other) => (other?.path.length ?? 0) - (one?.path.length ?? 0));
  const best =
    inner.find((one) => one && one.code !== "invalid_value" && one.code !== "invalid_type") ?? inner.at(-1);
  return best ? { ...best, path: [...issue.path, ...best.path] } : issue;
}

function refusal(issue: Issue, input: Record<string, unknown>): Error {
  const param = nameOf(issue.path);
  if (issue.code === "unrecognized_keys") {
    const names = issue.keys.map((key) => nameOf([...issue.path, key]));
    const what = names.length === 1 ? "parameter" : "parameters";
    return invalid(`Received unknown ${what}: ${names.join(", ")}`, names[0], "parameter_unknown");
  }
  if (valueAt(input, issue.path) === undefined)
    return invalid(`Missing required param: ${param}.`, param, "parameter_missing");
  if (issue.code === "custom")
    return invalid(
      issue.message,
      param,
      typeof issue.params?.code === "string" ? issue.params.code : undefined,
    );
  if (issue.code === "invalid_value")
    return invalid(`Invalid ${param}: must be one of ${issue.values.join(", ")}`, param);
  if (valueAt(input, issue.path) === "")
    return invalid(
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset.`,
      param,
      "parameter_invalid_empty",
    );
  return invalid(issue.code === "invalid_type" ? `Invalid ${issue.expected}` : issue.message, param);
}

function nameOf(path: readonly PropertyKey[]): string {
  const [first = "", ...rest] = path.map(String);
  return first + rest.map((part) => `[${part}]`).join("");
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}
