import fc from "fast-check";
import { expect, it } from "vitest";
import { parseStrictJson } from "./strict-json";

const read = (text: string) => parseStrictJson(new TextEncoder().encode(text));

it("reads any JSON that JSON.stringify writes of storable text", () => {
  const value = fc.jsonValue({ maxDepth: 5 }).filter((one) => !JSON.stringify(one).includes("\\u"));
  fc.assert(
    fc.property(value, fc.nat(3), (one, indent) => {
      expect(read(JSON.stringify(one, null, indent))).toEqual(JSON.parse(JSON.stringify(one)));
    }),
  );
});

it.each([
  ["a name twice", '{"a":1,"a":2}'],
  ["a name twice, once escaped", '{"a":1,"\\u0061":2}'],
  ["a name twice, deep down", '[{"x":{"b":[],"b":{}}}]'],
  ["a NUL in a value", '{"a":"\\u0000"}'],
  ["a NUL in a name", '{"\\u0000":1}'],
  ["half of a surrogate pair", '{"a":"\\ud83d"}'],
  ["halves in the wrong order", '{"a":"\\udc00\\ud83d"}'],
  ["text that is no JSON", "{a:1}"],
  ["a number that JSON does not have", '{"a":NaN}'],
  ["nothing", ""],
  ["too many levels", "[".repeat(100) + "]".repeat(100)],
])("refuses %s", (_what, text) => {
  expect(() => read(text)).toThrow(expect.objectContaining({ code: "invalid_request" }));
});

it("refuses bytes that are not UTF-8", () => {
  expect(() => parseStrictJson(new Uint8Array([0x22, 0xff, 0x22]))).toThrow("not UTF-8");
});

it.each([
  '{"a":"\\"b\\":"}',
  '{"a\\\\":"x","b":"\\\\"}',
  '{"a":"😀 \\ud83d\\ude00","b":": "}',
  '{"a":{"b":1},"b":{"b":"a"}}',
  '{"\\\\u0000":1}',
])("is not misled by quotes, backslashes and colons inside %s", (text) => {
  expect(read(text)).toEqual(JSON.parse(text));
});

it("names the field that cannot be stored", () => {
  expect(() => read('{"events":[{"id":"x\\u0000"}]}')).toThrow("events.0.id");
});
