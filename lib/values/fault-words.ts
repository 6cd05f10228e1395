import type { z } from "zod";

type Issue = Parameters<NonNullable<z.core.ParseContext<z.core.$ZodIssue>["error"]>>[0];

const TYPES: Readonly<Record<string, string>> = {
  string: "is a text",
  number: "is a number",
  int: "is a whole number",
  boolean: "is true or false",
  array: "is a list",
  object: "is an object",
  record: "is an object",
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: "is not an id",
  datetime: "is not a time such as 2026-11-21T09:30:00Z",
  date: "is not a day such as 2026-11-21",
  email: "is not an e-mail address",
  url: "is not an address such as https://example.com",
};

/** How people and programs are told what is wrong with a field that has no words of its own: completing the sentence "amount …". */
export const FAULT_WORDS = { error: wordsOf };

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "is required"
        : (TYPES[issue.expected] ?? "is not of the right kind");
    case "invalid_value":
      return issue.input === undefined ? "is required" : choiceOf(issue.values);
    case "too_big":
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive ?? true);
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive ?? true);
    case "invalid_format":
      return FORMATS[issue.format] ?? "is not written as it should be";
    case "invalid_union":
      return "is none of what can stand here";
    default:
      return "is not valid";
  }
}

function choiceOf(values: readonly unknown[]): string {
  return values.length === 1 ? `is ${String(values[0])}` : `is one of ${values.join(", ")}`;
}

function tooBig(origin: string, most: number, inclusive: boolean): string {
  const things = thingsOf(origin);
  if (things) return `has more than ${most} ${things}`;
  return inclusive ? `is at most ${most}` : `is less than ${most}`;
}

function tooSmall(origin: string, least: number, inclusive: boolean): string {
  const things = thingsOf(origin);
  if (things) return least === 1 ? "is empty" : `has fewer than ${least} ${things}`;
  return inclusive ? `is at least ${least}` : `is more than ${least}`;
}

function thingsOf(origin: string): string | null {
  return origin === "string" ? "characters" : origin === "array" || origin === "set" ? "entries" : null;
}
