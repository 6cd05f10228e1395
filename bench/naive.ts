import { inAccount } from "@/lib/db/transaction";
import type { Posting } from "@/lib/ledger/types";
import { ZERO } from "@/lib/values/money";

/**
 * What most applications do: an interactive transaction that reads the wallet for update, updates it, and inserts the event and the ledger
 * row. It writes the same rows into the same tables, without idempotency, chain or rollup.
 */
export async function naivePost({ accountId, unit, entries, event, idempotencyKey }: Posting): Promise<void> {
  const [entry] = entries;
  if (!entry || !event) throw new Error("the naive path posts metered calls");
  await inAccount(accountId, async (tx) => {
    const [wallet] = await tx.$queryRaw<{ seq: bigint; balance: bigint; lots: { remaining: string }[] }[]>`
      SELECT seq, balance, lots FROM wallets WHERE account_id = ${accountId}::uuid AND unit = 'credit' FOR UPDATE`;
    if (!wallet) throw new Error("there is no wallet");
    const seq = wallet.seq + 1n;
    const balance = wallet.balance + entry.amount;
    const hash = new Uint8Array(32);
    await tx.wallet.update({
      where: { accountId_unit: { accountId, unit } },
      data: { seq, balance, lots: wallet.lots.map((lot) => ({ ...lot, remaining: balance.toString() })) },
    });
    await tx.transaction.create({
      data: {
        accountId,
        unit,
        seq,
        createdAt: new Date(),
        type: entry.type,
        amount: entry.amount,
        balanceBefore: wallet.balance,
        balanceAfter: balance,
        description: entry.description,
        source: entry.source,
        refType: entry.refType ?? null,
        refId: entry.refId ?? null,
        idempotencyKey,
        hash,
      },
      select: { seq: true },
    });
    const { fingerprint, quantities, ...rest } = event;
    await tx.usageEvent.create({
      data: {
        ...rest,
        accountId,
        unit,
        seq,
        receivedAt: new Date(),
        quantities: { ...quantities },
        fingerprint: new Uint8Array(fingerprint),
      },
      select: { id: true },
    });
    if (event.charge === ZERO) throw new Error("the naive path charges");
  });
}
