import { expect, it } from "vitest";
import { z } from "zod";
import { FAULT_WORDS } from "./fault-words";
import { faultsOf } from "./faults";

const Body = z.strictObject({
  title: z.string("is a sentence"),
  kind: z.enum(["hard", "warn"], "is hard or warn"),
  input: z.union([z.string(), z.array(z.string())], "is a text, or a list of them"),
  meters: z.record(z.string().regex(/^[a-z]+$/, "is not the name of a meter"), z.string()).optional(),
  operations: z.array(z.strictObject({ count: z.int("is a number of calls") })).optional(),
});
const sound = { title: "a", kind: "hard", input: "b" };

function said(input: unknown) {
  const { error } = Body.safeParse(input, FAULT_WORDS);
  return error ? faultsOf(error, input).map(({ field, message }) => `${field} ${message}`) : [];
}

it("says of what is missing that it is required, whatever words its field has", () => {
  expect(said({})).toEqual(["title is required", "kind is required", "input is required"]);
  expect(said({ ...sound, operations: [{}] })).toEqual(["operations.0.count is required"]);
});

it("says of what is there what it must be", () => {
  expect(said({ ...sound, title: 5, kind: "soft", input: null })).toEqual([
    "title is a sentence",
    "kind is hard or warn",
    "input is a text, or a list of them",
  ]);
});

it("names each field that nobody knows by its whole path", () => {
  expect(said({ ...sound, x: 1, operations: [{ count: 1, y: 2 }] })).toEqual([
    "operations.0.y is not known here",
    "x is not known here",
  ]);
});

it("says of a name what its own schema says", () => {
  expect(said({ ...sound, meters: { Hour: "1" } })).toEqual(["meters.Hour is not the name of a meter"]);
});
