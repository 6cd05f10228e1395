import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { seal, unseal } from "./seal";

const KEY = randomBytes(32);
const PLACE = { accountId: "account", id: "row", what: "openai" };
const sealed = (text: string, place = PLACE) => seal(text, place, KEY, randomBytes(12));

it("opens what was sealed, in its own place alone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const bytes = sealed(text);
      expect(unseal(bytes, PLACE, KEY)).toBe(text);
      for (const other of [{ accountId: "another" }, { id: "another" }, { what: "another" }])
        expect(unseal(bytes, { ...PLACE, ...other }, KEY)).toBeNull();
      expect(unseal(bytes, PLACE, randomBytes(32))).toBeNull();
    }),
  );
});

it("does not open what was changed in any byte, or was cut short", () => {
  const bytes = sealed("sk-0123456789");
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(unseal(changed, PLACE, KEY)).toBeNull();
    expect(unseal(bytes.subarray(0, at), PLACE, KEY)).toBeNull();
  }
});

it("shows nothing of the text, and is another each time", () => {
  const [one, other] = [sealed("sk-0123456789"), sealed("sk-0123456789")];
  expect(one).not.toEqual(other);
  expect(one.includes("0123456789")).toBe(false);
});
