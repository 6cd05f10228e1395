import { runVerification } from "@/lib/backoffice/verification/run-verification";
import { readAcrossAccounts } from "@/lib/db/transaction";
import type { Promised } from "./callers";

/** How often each key stands in the books. */
export async function countRows(calls: readonly Promised[]): Promise<Map<string, number>> {
  const rows = await readAcrossAccounts((sql) =>
    sql.query<{ name: string; count: number }>(
      `SELECT account_id || ' ' || idempotency_key AS name, count(*)::int AS count FROM transactions
       WHERE idempotency_key LIKE 'drill:%' GROUP BY 1`,
    ),
  );
  const found = new Map(rows.map(({ name, count }) => [name, count]));
  return new Map(calls.map(({ accountId, key }) => [key, found.get(`${accountId} ${key}`) ?? 0] as const));
}

/** What of the promises is missing, and what stands there more than once. */
export async function heldAgainst(
  calls: readonly Promised[],
): Promise<{ lost: number; doubled: number; there: number }> {
  const counts = [...(await countRows(calls)).values()];
  return {
    lost: counts.filter((count) => count === 0).length,
    doubled: counts.filter((count) => count > 1).length,
    there: counts.filter((count) => count > 0).length,
  };
}

/** Every chain and every rule. @returns faults in words */
export async function faultsOfBooks(): Promise<string[]> {
  const faults = await runVerification(null);
  if (faults === null) throw new Error("another verification is at work");
  return faults;
}
