import { report } from "@/lib/db/report";
import { type Context, requirePermission } from "@/lib/values/context";
import { findByIds } from "./find-ids";
import { findByNames } from "./find-names";
import type { Hit } from "./hit";

/** Whatever of the account has this id, or this text in its name; the exact ids first. */
export async function find(ctx: Context, text: string): Promise<Hit[]> {
  requirePermission(ctx, "ledger:read");
  const { accountId, permissions } = ctx;
  return report(accountId, async (sql) => {
    const exact = await findByIds(sql, accountId, text, permissions);
    const known = new Set(exact.map(({ kind, id }) => `${kind} ${id}`));
    const named = await findByNames(sql, accountId, text, permissions);
    return [...exact, ...named.filter(({ kind, id }) => !known.has(`${kind} ${id}`))];
  });
}
