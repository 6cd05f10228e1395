import { createHash } from "node:crypto";
import type { QueryConfig } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { readers } from "@/lib/db/client";
import { Refusal } from "@/lib/values/refusal";

/** How many tries in how many seconds. Counted in the database, so that every process sees the same. */
interface Limit {
  name: string;
  points: number;
  duration: number;
}

export const LIMITS = {
  /** Sign-ins of one address as one person. */
  signInPair: { name: "sign-in-pair", points: 10, duration: 15 * 60 },
  /** Sign-ins as one person from addresses where they never signed in. */
  signInPerson: { name: "sign-in-person", points: 50, duration: 60 * 60 },
  /** Sign-ins of one address as people who never signed in there. */
  signInAddress: { name: "sign-in-address", points: 100, duration: 15 * 60 },
  signUpAddress: { name: "sign-up-address", points: 60, duration: 60 * 60 },
  /** Mails to one address that somebody signed up with it again. */
  signUpPerson: { name: "sign-up-person", points: 3, duration: 60 * 60 },
  /** Mails to oneself with the link that proves the address. */
  addressLink: { name: "address-link", points: 3, duration: 60 * 60 },
  resetPerson: { name: "reset-person", points: 3, duration: 60 * 60 },
  resetAddress: { name: "reset-address", points: 30, duration: 60 * 60 },
  /** Guesses of the own password while signed in: a stolen session must not find it out. */
  ownPassword: { name: "own-password", points: 10, duration: 15 * 60 },
  invitations: { name: "invitations", points: 200, duration: 24 * 60 * 60 },
  accounts: { name: "accounts", points: 20, duration: 24 * 60 * 60 },
  /** Messages of an account that test its webhooks. */
  webhookTests: { name: "webhook-tests", points: 60, duration: 60 * 60 },
  leads: { name: "leads", points: 10, duration: 24 * 60 * 60 },
} as const satisfies Record<string, Limit>;

const limiters = new Map<string, RateLimiterPostgres>();

function limiterOf({ name, points, duration }: Limit): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known) return known;
  const limiter = new RateLimiterPostgres({
    storeClient: { query: countedIn },
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration,
  });
  limiters.set(name, limiter);
  return limiter;
}

// The limiter reckons with numbers, which milliseconds since 1970 fit; our connections read such columns as bigint.
async function countedIn(query: QueryConfig): Promise<{ rows: { points: number; expire: number | null }[] }> {
  const { rows } = await readers().query<{ points: number; expire: bigint | null }>(query);
  return {
    rows: rows.map(({ points, expire }) => ({ points, expire: expire === null ? null : Number(expire) })),
  };
}

// Cut off, a long address of one person would be counted with that of others.
function keyOf(who: string): string {
  return who.length <= 100 ? who : createHash("sha256").update(who).digest("base64url");
}

/** Counts a try. @throws Refusal `rate_limited` that says how long to wait. */
export async function countTry(limit: Limit, who: string): Promise<void> {
  try {
    await limiterOf(limit).consume(keyOf(who));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    const minutes = Math.ceil(seconds / 60);
    throw new Refusal(
      "rate_limited",
      `Too many tries. Try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`,
      [],
      seconds,
    );
  }
}

/** Forgets the tries of someone who got it right. */
export async function forgetTries(limit: Limit, who: string): Promise<void> {
  await limiterOf(limit).delete(keyOf(who));
}
