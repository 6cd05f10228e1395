import type { Adjustment } from "@/lib/db/generated/client";
import { sqlOf, type Tx } from "@/lib/db/transaction";
import { notFound, Refusal } from "@/lib/values/refusal";

/** A proposal that nobody has decided, locked until the transaction ends. @throws Refusal `not_found`, `conflict` */
export async function lockOpen(tx: Tx, accountId: string, id: string): Promise<Adjustment> {
  await sqlOf(tx).query(
    "SELECT id FROM adjustments WHERE account_id = $1::uuid AND id = $2::uuid FOR UPDATE",
    [accountId, id],
  );
  const found = await tx.adjustment.findUnique({ where: { accountId_id: { accountId, id } } });
  if (!found) throw notFound("proposal");
  if (found.status !== "proposed")
    throw new Refusal("conflict", `This is ${found.status} already. Reload the page to see it.`);
  return found;
}
