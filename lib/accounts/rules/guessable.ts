const KEYBOARD = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "azertyuiop",
];
const WORDS = [
  "password",
  "passwort",
  "motdepasse",
  "contraseña",
  "letmein",
  "welcome",
  "iloveyou",
  "changeme",
  "admin",
  "secret",
  "ecu",
];

/**
 * Why a password could be guessed in a few tries, or null. Long passwords need no rules on their letters, but not ones
 * that are little more than a common word, a walk along the keyboard, a repetition, or the person's own name.
 * @param known what an attacker knows of the person: the address, the name.
 */
export function whyGuessable(password: string, known: readonly string[]): string | null {
  const lower = password.toLowerCase();
  if (new Set(lower).size < 5) return "repeats the same few characters";
  const parts = known
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length >= 3);
  if (parts.some((part) => isMost(lower, part))) return "is close to your name or e-mail address";
  if (WORDS.some((word) => isMost(lower, word))) return "is close to a common password";
  if (longestWalk(lower) * 2 > lower.length) return "follows the keyboard or the alphabet";
  return null;
}

// What remains besides the word is too little to be a secret of its own.
function isMost(password: string, word: string): boolean {
  const rest = password.replaceAll(word, "").replace(/[^\p{L}\p{N}]/gu, "");
  return rest.length < password.length && rest.length <= 4;
}

function longestWalk(password: string): number {
  const walks = KEYBOARD.flatMap((row) => [row, [...row].reverse().join("")]);
  let longest = 1;
  for (let start = 0; start < password.length; start += 1) {
    let length = longest + 1;
    while (
      start + length <= password.length &&
      walks.some((row) => row.includes(password.slice(start, start + length)))
    ) {
      longest = length;
      length += 1;
    }
  }
  return longest;
}
