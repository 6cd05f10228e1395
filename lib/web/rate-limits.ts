import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "@/lib/values/refusal";

// In memory: a flood must not become a flood of the database. Each process counts for itself.
const badKeys = new RateLimiterMemory({ keyPrefix: "bad-key", points: 30, duration: 60 });
const requests = new RateLimiterMemory({ keyPrefix: "key", points: 60_000, duration: 10 });

/** Counts a key that is none. Only bad keys are counted and refused, so that nobody else at the address is locked out. */
export async function countBadKey(address: string): Promise<void> {
  await consume(badKeys, address, "Too many requests with an invalid API key came from this address");
}

/** A generous limit for each key, against runaway loops. */
export async function countRequest(keyId: string): Promise<void> {
  await consume(requests, keyId, "This API key has sent too many requests");
}

async function consume(limiter: RateLimiterMemory, key: string, what: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new Refusal("rate_limited", `${what}. Try again in ${seconds} seconds.`, [], seconds);
  }
}
