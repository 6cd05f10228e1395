import { readAcrossAccounts } from "@/lib/db/transaction";
import { brokenInvariants } from "@/lib/ledger/invariants";
import { transactionId, type Unit } from "@/lib/values/ids";
import { parseCredits } from "@/lib/values/money";
import { brokenDeployments } from "@/lib/deployments/invariants";
import { brokenPayments } from "@/lib/purchases/invariants";
import { reconcileStripe } from "@/lib/purchases/reconcile/reconcile-stripe";
import type { Product } from "./product";
import { countCrossed } from "./crossed";
import { auditProvider, type ProviderAudit } from "./provider";
import type { Shop } from "./shop";
import type { Acknowledged } from "./told";

const NANO_PER_CENT = 100_000_000n;

/** What must all be zero. */
export interface Audit {
  /** Rows that a client was told of and the books do not have, or have with another amount. */
  lost: number;
  /** Rows that share a cause with another. */
  duplicated: number;
  /** Nano-credits between the balances and the sums of all rows. */
  driftNano: string;
  /** Reservations that were let through without the credit for them. */
  limitsCrossed: number;
  /** Moments at which the spent and held of a hard budget's or a mandate's work were above its limit. */
  budgetsCrossed: number;
  /** How many holds were captured, and how many cycles of what runs were settled. */
  captures: number;
  cycles: number;
  /** Cents that Stripe and the ledger do not have alike, summed over accounts, and how many there were. */
  stripeDriftCents: string;
  stripeCents: string;
  /** How many auto-recharges there were. */
  recharges: number;
  /** The gateway's calls, against what the provider billed. */
  provider: ProviderAudit;
  /** Everything else that must hold and does not. */
  broken: string[];
}

interface Row {
  seq: bigint;
  amount: bigint;
  balance: bigint;
  at: bigint;
}

interface Held {
  amount: bigint;
  created_at: bigint;
  ended_at: bigint | null;
}

/** Holds what the clients were told against the books. */
export async function audit(
  told: Acknowledged,
  { providerUrl }: Pick<Product, "providerUrl">,
  shop: Shop,
  begun: number,
): Promise<Audit> {
  const { duplicated, drift, budgets, cycles } = await readAcrossAccounts(async (sql) => ({
    duplicated: await sql.query<{ count: number }>(`SELECT coalesce(sum(n - 1), 0)::int AS count FROM (
      SELECT count(*) AS n FROM transactions WHERE ref_type = 'usage_event' AND idempotency_key NOT LIKE '%#1' GROUP BY account_id, ref_id HAVING count(*) > 1) d`),
    drift: await sql.query<{
      drift: string;
    }>(`SELECT coalesce(sum(abs(w.balance - coalesce(t.total, 0))), 0)::text AS drift FROM wallets w
      LEFT JOIN (SELECT account_id, unit, sum(amount) AS total FROM transactions GROUP BY 1, 2) t USING (account_id, unit)`),
    cycles: await sql.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM instance_cycles WHERE to_at IS NOT NULL",
    ),
    budgets: await sql.query<{ crossed: number; captures: number }>(LIMITS_CROSSED),
  }));
  const provider = await auditProvider(providerUrl, told);
  const { lost, crossed } = await auditWallets(told);
  return {
    lost,
    duplicated: duplicated[0]?.count ?? 0,
    driftNano: drift[0]?.drift ?? "?",
    limitsCrossed: crossed,
    budgetsCrossed: budgets[0]?.crossed ?? 0,
    captures: budgets[0]?.captures ?? 0,
    cycles: cycles[0]?.count ?? 0,
    ...(await auditMoney(shop)),
    provider,
    broken: [
      ...provider.faults,
      ...told.conflicts,
      ...(await brokenInvariants()),
      ...(await brokenPayments()),
      ...(await brokenDeployments()),
      ...(await reconcileStripe({ since: new Date(begun - 60_000) })).differences.map(
        ({ kind, id }) => `reconciliation: ${kind} ${id}`,
      ),
    ],
  };
}

/** Wallet by wallet, so that a long run fits into memory: what was told and is not in the books, and what was held without credit. */
async function auditWallets(told: Acknowledged): Promise<{ lost: number; crossed: number }> {
  const wallets = await readAcrossAccounts((sql) =>
    sql.query<{ account_id: string; unit: Unit }>("SELECT account_id, unit FROM wallets"),
  );
  const unseen = new Map(told.rows);
  let crossed = 0;
  for (const { account_id: accountId, unit } of wallets) {
    const { rows, holds } = await readAcrossAccounts(async (sql) => ({
      rows: await sql.query<Row>(ROWS, [accountId, unit]),
      holds: await sql.query<Held>(RESERVATIONS, [accountId, unit]),
    }));
    for (const { seq, amount } of rows) {
      const id = transactionId({ accountId, unit, seq });
      const said = unseen.get(id);
      if (said !== undefined && parseCredits(said) === amount) unseen.delete(id);
    }
    const reservations = holds.map(({ amount, created_at: createdAt, ended_at: endedAt }) => {
      return { amount, createdAt, endedAt };
    });
    crossed += countCrossed(reservations, rows);
  }
  return { lost: unseen.size, crossed };
}

/** The books' credit that came by Stripe, against what the provider itself counts: 1 cent is 0.1 ECU here. */
async function auditMoney(
  shop: Shop,
): Promise<Pick<Audit, "stripeDriftCents" | "stripeCents" | "recharges">> {
  const sums = await shop.sums();
  const rows = await readAcrossAccounts((sql) =>
    sql.query<{ account_id: string; nano: string }>(
      `SELECT account_id, sum(amount)::text AS nano FROM transactions WHERE ref_type = 'payment_intent' GROUP BY account_id`,
    ),
  );
  const booked = new Map(rows.map(({ account_id: id, nano }) => [id, BigInt(nano)]));
  let drift = 0n;
  let total = 0n;
  for (const account of new Set([...booked.keys(), ...Object.keys(sums)])) {
    const { paid = 0, refunded = 0, disputed = 0 } = sums[account] ?? {};
    const cents = BigInt(paid - refunded - disputed);
    const apart = cents * NANO_PER_CENT - (booked.get(account) ?? 0n);
    drift += (apart < 0n ? -apart : apart) / NANO_PER_CENT;
    if (apart % NANO_PER_CENT !== 0n) drift += 1n;
    total += cents;
  }
  const [recharged] = await readAcrossAccounts((sql) =>
    sql.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM transactions WHERE type = 'auto_recharge'",
    ),
  );
  return {
    stripeDriftCents: String(drift),
    stripeCents: String(total),
    recharges: recharged?.count ?? 0,
  };
}

const ROWS = `SELECT seq, amount, balance_after AS balance, (extract(epoch FROM created_at) * 1000000)::int8 AS at
FROM transactions WHERE account_id = $1 AND unit = $2::wallet_unit ORDER BY seq`;
const RESERVATIONS = `SELECT amount, (extract(epoch FROM created_at) * 1000000)::int8 AS created_at,
  (extract(epoch FROM ended_at) * 1000000)::int8 AS ended_at
FROM holds WHERE account_id = $1 AND unit = $2::wallet_unit AND kind = 'reservation'`;

// The work of a limited team or a mandate is authorized and captured within its holds only: what it has spent and holds goes up when a hold opens
// and comes down when it ends. At one moment ends come first: a hold that opened then was let through by what had ended.
const LIMITS_CROSSED = `
WITH limits AS (
  SELECT account_id, scope_value AS team, NULL AS mandate, limit_amount AS most FROM budgets WHERE scope = 'team' AND mode = 'hard'
  UNION ALL SELECT account_id, NULL, id::text, amount FROM approvals WHERE kind = 'mandate'
), moves AS (
  SELECT account_id, team, mandate, created_at AS at, amount FROM holds
  UNION ALL SELECT account_id, team, mandate, ended_at, coalesce(used, 0) - amount FROM holds WHERE ended_at IS NOT NULL
)
SELECT (SELECT count(*)::int FROM holds WHERE status = 'captured') AS captures, count(*) FILTER (WHERE used > most)::int AS crossed FROM (
  SELECT l.most, sum(m.amount) OVER (PARTITION BY m.account_id, l.team, l.mandate ORDER BY m.at, m.amount) AS used
  FROM moves m JOIN limits l ON l.account_id = m.account_id AND (l.team = m.team OR l.mandate = m.mandate)
) moments`;
