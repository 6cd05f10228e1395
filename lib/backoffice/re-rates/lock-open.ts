import type { ReRate } from "@/lib/db/generated/client";
import { sqlOf, type Tx } from "@/lib/db/transaction";
import { notFound, Refusal } from "@/lib/values/refusal";

/** A re-rate that nobody has decided, locked until the transaction ends. @throws Refusal `not_found`, `conflict` */
export async function lockOpenReRate(tx: Tx, id: string): Promise<ReRate> {
  await sqlOf(tx).query("SELECT id FROM re_rates WHERE id = $1::uuid FOR UPDATE", [id]);
  const found = await tx.reRate.findUnique({ where: { id } });
  if (!found) throw notFound("re-rate");
  if (found.status !== "proposed" && found.status !== "previewing")
    throw new Refusal("conflict", `This is ${found.status} already. Reload the page to see it.`);
  return found;
}
