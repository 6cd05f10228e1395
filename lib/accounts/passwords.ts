import { hash, type Options, verify } from "@node-rs/argon2";
import { invalid } from "@/lib/values/refusal";
import { whyGuessable } from "./rules/guessable";

// Argon2id, as OWASP advises first: 19 MiB, two passes, one lane.
const OPTIONS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), OPTIONS);
}

/** Compares a password. Without a stored hash it works just as long, so that time tells nobody which addresses exist. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await (decoy ??= hashPassword("no account has this password")));
  const same = await verify(against, password.normalize("NFC"));
  return same && stored !== null;
}

/** @throws Refusal `invalid_request` for a password that could be guessed in a few tries. */
export function refuseGuessable(password: string, known: readonly string[]): void {
  const why = whyGuessable(password, known);
  if (why) throw invalid("password", `${why}: choose another one, such as four unrelated words`);
}
