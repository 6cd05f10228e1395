import { expect, it } from "vitest";
import { commandOf, PLACE_KEYS } from "./keys";

it("a place has one key, and is reached only after g", () => {
  expect(new Set(PLACE_KEYS.map(({ key }) => key)).size).toBe(PLACE_KEYS.length);
  for (const { key, href } of PLACE_KEYS) {
    expect(commandOf(key, true)).toEqual({ kind: "place", href });
    expect(commandOf(key, false)).toBeNull();
  }
});

it("other keys mean nothing, and g begins anew whenever it is pressed", () => {
  expect(commandOf("g", true)).toEqual({ kind: "go" });
  expect(commandOf("?", false)).toEqual({ kind: "keys" });
  expect(commandOf("/", true)).toEqual({ kind: "search" });
  for (const key of ["x", "Enter", "G", "B"]) expect(commandOf(key, true)).toBeNull();
});
