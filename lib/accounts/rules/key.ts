import { crc32 } from "node:zlib";

export type KeyKind = "account" | "platform";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const PREFIX: Readonly<Record<KeyKind, string>> = { account: "ecu_", platform: "ecup_" };
const SECRET_LENGTH = 40;
const CHECKSUM_LENGTH = 6;
const KEY = /^(ecup?_)([0-9A-Za-z]{40})([0-9A-Za-z]{6})$/;

/**
 * Writes an API key: a prefix that secret scanners recognise, 40 base-62 digits (238 bits) of the random bytes given,
 * and a checksum, so that a mistyped or invented key is refused without a look into the database.
 * @param random at least 64 random bytes; those that would bias a digit are skipped.
 */
export function writeKey(kind: KeyKind, random: Uint8Array): string {
  const digits = [...random].filter((byte) => byte < 248).slice(0, SECRET_LENGTH);
  if (digits.length < SECRET_LENGTH) throw new RangeError("not enough random bytes for a key");
  const body = PREFIX[kind] + digits.map((byte) => ALPHABET.charAt(byte % 62)).join("");
  return body + checksum(body);
}

/** What kind of key a text is, or null when it is none: wrong form or wrong checksum. */
export function kindOfKey(text: string): KeyKind | null {
  const [, prefix, secret, sum] = KEY.exec(text) ?? [];
  if (!prefix || !secret || checksum(prefix + secret) !== sum) return null;
  return prefix === PREFIX.platform ? "platform" : "account";
}

/** The first characters: enough to recognise a key in a list, useless to guess it. */
export function recognisablePart(key: string): string {
  return key.slice(0, key.indexOf("_") + 5);
}

function checksum(body: string): string {
  let rest = crc32(body);
  let digits = "";
  for (let place = 0; place < CHECKSUM_LENGTH; place += 1) {
    digits = ALPHABET.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}
