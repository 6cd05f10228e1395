import { isUnavailable } from "@/lib/db/pool";

// Prisma: cannot reach, timed out, connection closed, pool exhausted, transaction could not start.
const PRISMA_CODES = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"]);

/** True when the database could not be asked (stopped, restarting, full), wherever in the chain of causes it says so. */
export function isDatabaseGone(error: unknown): boolean {
  for (let at = error, depth = 0; at && typeof at === "object" && depth < 6; depth += 1) {
    if (
      isUnavailable(at) ||
      PRISMA_CODES.has(String(field(at, "code"))) ||
      /^(08|53|57P0)/.test(String(field(at, "originalCode") ?? ""))
    )
      return true;
    if (
      /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/.test(
        String(field(at, "kind")),
      )
    )
      return true;
    at = field(at, "cause") ?? field(field(at, "meta"), "driverAdapterError");
  }
  return false;
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
