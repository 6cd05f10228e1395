import { expect, it } from "vitest";
import { actorInWords } from "./actor-words";

it.each([
  ["member", "Ada Test <ada@example.com>", "Ada Test", "ada@example.com"],
  ["operator", "olga@example.com", "olga@example.com", "Operator"],
  ["key", "CI", "CI", "API key"],
  ["system", "settle abandoned calls", "Ecu", "By itself"],
  ["system", "demo", "Ecu", "By itself"],
  ["of other times", "somebody", "somebody", ""],
])("says of a %s called %s that it was %s, %s", (kind, actor, name, note) => {
  expect(actorInWords(kind, actor)).toEqual({ name, note });
});
