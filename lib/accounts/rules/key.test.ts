import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { kindOfKey, recognisablePart, writeKey } from "./key";

const random = fc
  .uint8Array({ minLength: 96, maxLength: 96 })
  .filter((bytes) => bytes.filter((byte) => byte < 248).length >= 40);

it("recognises every key it writes, and its kind", () => {
  fc.assert(
    fc.property(random, fc.constantFrom("account" as const, "platform" as const), (bytes, kind) => {
      expect(kindOfKey(writeKey(kind, bytes))).toBe(kind);
    }),
  );
});

it("refuses a key with any one character changed", () => {
  const key = writeKey("account", randomBytes(96));
  fc.assert(
    fc.property(
      fc.integer({ min: 4, max: key.length - 1 }),
      fc.constantFrom(..."059AZaz_-"),
      (at, character) => {
        fc.pre(key.charAt(at) !== character);
        expect(kindOfKey(key.slice(0, at) + character + key.slice(at + 1))).toBeNull();
      },
    ),
  );
});

it("refuses one kind of key under the other's prefix", () => {
  const key = writeKey("account", randomBytes(96));
  expect(kindOfKey(key.replace("ecu_", "ecup_"))).toBeNull();
});

it("refuses text that is no key", () => {
  fc.assert(fc.property(fc.string(), (text) => kindOfKey(text) === null));
});

it("shows little enough of a key that 214 random bits stay hidden", () => {
  const key = writeKey("platform", randomBytes(96));
  expect(recognisablePart(key)).toHaveLength("ecup_".length + 4);
  expect(key.startsWith(recognisablePart(key))).toBe(true);
});

it("asks for more randomness rather than bias a digit", () => {
  expect(() => writeKey("account", new Uint8Array(96).fill(255))).toThrow(RangeError);
});
