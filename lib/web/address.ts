import { env } from "@/lib/env";

/**
 * Where a request came from, for rate limits. The web server appends the peer's address when nobody stands before it;
 * behind proxies, `ECU_PROXY_HOPS` says how many of the last entries are theirs: what a client writes itself is not believed.
 */
export function addressOf(headers: Headers): string {
  const entries = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  return (entries.at(-env().ECU_PROXY_HOPS) ?? entries[0] ?? "").slice(0, 64) || "unknown";
}
