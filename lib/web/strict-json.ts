import { Refusal, invalid } from "@/lib/values/refusal";

const NUL_OR_SURROGATE_ESCAPE = /\\u(?:0000|[dD][89a-fA-F])/;
const MAX_DEPTH = 64;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Reads JSON that means one thing only: valid UTF-8, no name twice in one object, no NUL, no half of a surrogate pair.
 * (PostgreSQL stores neither, and two readers of a repeated name may disagree on its value.)
 * @throws Refusal `invalid_request`
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refusal(
      "invalid_request",
      `The body is not JSON: ${error instanceof Error ? error.message : "unreadable"}`,
    );
  }
  if (countNames(text) !== countKeys(value)) {
    throw new Refusal(
      "invalid_request",
      "The body has an object with the same name twice. Send each name once.",
    );
  }
  // Decoded text is well formed, so that only an escape can bring one in.
  if (NUL_OR_SURROGATE_ESCAPE.test(text)) refuseUnstorable(value, []);
  return value;
}

/** True for text that PostgreSQL can store and everyone can read back. */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && !LONE_SURROGATE.test(text);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal("invalid_request", "The body is not UTF-8 text.");
  }
}

/** Names in valid JSON text: the strings that a colon follows. */
function countNames(text: string): number {
  let count = 0;
  for (let open = text.indexOf('"'); open >= 0;) {
    let close = text.indexOf('"', open + 1);
    while (isEscaped(text, close)) close = text.indexOf('"', close + 1);
    let next = close + 1;
    while (text.charCodeAt(next) <= 0x20) next += 1;
    if (text.charCodeAt(next) === 0x3a) count += 1;
    open = text.indexOf('"', next);
  }
  return count;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes += 1;
  return slashes % 2 === 1;
}

function countKeys(value: unknown, depth = 0): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth > MAX_DEPTH)
    throw new Refusal("invalid_request", `The body is nested more than ${MAX_DEPTH} deep.`);
  const values: unknown[] = Object.values(value);
  return values.reduce(
    (sum: number, item) => sum + countKeys(item, depth + 1),
    Array.isArray(value) ? 0 : values.length,
  );
}

/** @throws Refusal `invalid_request` for text in a value that PostgreSQL cannot store. */
export function refuseUnstorable(value: unknown, path: readonly string[]): void {
  if (typeof value === "string" && !isStorable(value)) {
    throw invalid(path.join(".") || "body", "contains a NUL or half of a surrogate pair");
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (!isStorable(key))
      throw invalid(path.join(".") || "body", "has a name with a NUL or half of a surrogate pair");
    refuseUnstorable(item, [...path, key]);
  }
}
