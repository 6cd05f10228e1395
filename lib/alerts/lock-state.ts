import { sqlOf, type Tx } from "@/lib/db/transaction";
import type { Unit } from "@/lib/values/ids";
import type { Point } from "./rules/crossings";

/** Takes a wallet's state of alerts until the transaction ends; it begins to be when it is first needed. */
export async function lockState(
  tx: Tx,
  accountId: string,
  unit: Unit,
): Promise<{ toldSeq: bigint; hasOwn: boolean }> {
  const sql = sqlOf(tx);
  await sql.query(
    "INSERT INTO alert_states (account_id, unit) VALUES ($1::uuid, $2::wallet_unit) ON CONFLICT DO NOTHING RETURNING unit",
    [accountId, unit],
  );
  const [row] = await sql.query<{ told_seq: bigint; has_own: boolean }>(
    "SELECT told_seq, has_own FROM alert_states WHERE account_id = $1::uuid AND unit = $2::wallet_unit FOR UPDATE",
    [accountId, unit],
  );
  return { toldSeq: row?.told_seq ?? 0n, hasOwn: row?.has_own ?? false };
}

/** Says how far a wallet's chain was looked at. */
export async function noteTold(tx: Tx, accountId: string, unit: Unit, at: Point): Promise<void> {
  await tx.alertState.update({
    where: { accountId_unit: { accountId, unit } },
    data: {
      toldSeq: at.seq,
      toldBalance: at.balance,
      toldAllocation: at.allocation,
      toldAllocationSeq: at.allocationSeq,
    },
  });
}
