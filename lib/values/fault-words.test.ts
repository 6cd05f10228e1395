import { expect, it } from "vitest";
import { z } from "zod";
import { FAULT_WORDS } from "./fault-words";

const said = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, FAULT_WORDS).error?.issues.map(({ message }) => message);

it.each<[z.ZodType, unknown, string]>([
  [z.string(), undefined, "is required"],
  [z.string(), 5, "is a text"],
  [z.string(), null, "is a text"],
  [z.number(), "5", "is a number"],
  [z.int(), 1.5, "is a whole number"],
  [z.boolean(), "true", "is true or false"],
  [z.array(z.string()), "a", "is a list"],
  [z.strictObject({}), [], "is an object"],
  [z.record(z.string(), z.string()), "a", "is an object"],
  [z.enum(["credit", "tool_run"]), "usd", "is one of credit, tool_run"],
  [z.enum(["credit", "tool_run"]), undefined, "is required"],
  [z.literal("credit"), "usd", "is credit"],
  [z.string().max(200), "x".repeat(201), "has more than 200 characters"],
  [z.string().min(1), "", "is empty"],
  [z.string().min(3), "ab", "has fewer than 3 characters"],
  [z.array(z.string()).max(2), ["a", "b", "c"], "has more than 2 entries"],
  [z.array(z.string()).min(1), [], "is empty"],
  [z.int().max(10), 11, "is at most 10"],
  [z.int().min(1), 0, "is at least 1"],
  [z.number().positive(), 0, "is more than 0"],
  [z.number().lt(1), 1, "is less than 1"],
  [z.uuid(), "x", "is not an id"],
  [z.iso.datetime(), "yesterday", "is not a time such as 2026-11-21T09:30:00Z"],
  [z.email(), "x", "is not an e-mail address"],
  [z.string().regex(/^a$/), "b", "is not written as it should be"],
  [z.union([z.string(), z.array(z.string())]), 5, "is none of what can stand here"],
])("says in the words of the house what is wrong: %#", (schema, value, message) => {
  expect(said(schema, value)).toEqual([message]);
});

it("leaves a schema its own words", () => {
  expect(said(z.string("is a name").max(1, "is too long"), 5)).toEqual(["is a name"]);
  expect(said(z.string("is a name").max(1, "is too long"), "ab")).toEqual(["is too long"]);
});
