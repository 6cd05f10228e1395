import type { Sql } from "@/lib/db/sql";
import { taxOfParts } from "./rules/paper";

/** A payment whose refunds are asked for. Cents. */
interface Paid {
  payment_id: string;
  charged_cents: bigint;
  net_cents: bigint;
}

interface Part {
  id: string;
  payment_id: string;
  amount_cents: bigint;
  seq: bigint | null;
  returned_seq: bigint | null;
}

/** The tax in each refund of some payments of these accounts, in cents, by the refunds' ids. It hangs on all refunds of a payment, so that all are read. */
export async function readRefundTaxes(
  sql: Sql,
  accounts: readonly string[],
  payments: readonly Paid[],
): Promise<Map<string, bigint>> {
  if (payments.length === 0) return new Map();
  const paid = new Map(payments.map((payment) => [payment.payment_id, payment]));
  const parts = await sql.query<Part>(
    `SELECT id, payment_id, amount_cents, seq, returned_seq FROM refunds
     WHERE account_id = ANY ($1::uuid[]) AND payment_id = ANY ($2) ORDER BY seq NULLS LAST, id`,
    [accounts, [...paid.keys()]],
  );
  const ofPayments = new Map<string, Part[]>();
  for (const part of parts) {
    const own = ofPayments.get(part.payment_id);
    if (own) own.push(part);
    else ofPayments.set(part.payment_id, [part]);
  }
  const taxes = new Map<string, bigint>();
  for (const [id, own] of ofPayments) {
    const { charged_cents: charged = 0n, net_cents: net = 0n } = paid.get(id) ?? {};
    const found = taxOfParts(
      { chargedCents: Number(charged), taxCents: Number(charged - net) },
      own.map(({ amount_cents: cents, seq, returned_seq: returnedSeq }) => ({
        ...{ cents: Number(cents), seq, returnedSeq },
      })),
    );
    own.forEach((part, at) => taxes.set(part.id, BigInt(found[at] ?? 0)));
  }
  return taxes;
}
