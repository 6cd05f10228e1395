import { reporters } from "@/lib/db/client";
import type { Sql } from "@/lib/db/sql";
import { readAcrossAccounts } from "@/lib/db/transaction";
import { verifyLedger } from "./verify";

/** A rule that must always hold, as a query that finds what breaks it. */
export interface Invariant {
  name: string;
  broken: string;
}

/** What PRODUCT calls "what must always hold", as far as the database can tell. Replaying the chain covers the rest. */
export const INVARIANTS: readonly Invariant[] = [
  {
    name: "the sum of a wallet's rows is its balance and that of its last row",
    broken: `SELECT w.account_id, w.unit FROM wallets w
      LEFT JOIN LATERAL (SELECT sum(amount) AS total, max(seq) AS last FROM transactions t WHERE t.account_id = w.account_id AND t.unit = w.unit) s ON true
      LEFT JOIN transactions l ON l.account_id = w.account_id AND l.unit = w.unit AND l.seq = s.last
      WHERE coalesce(s.total, 0) <> w.balance OR coalesce(l.balance_after, 0) <> w.balance OR coalesce(s.last, 0) <> w.seq`,
  },
  {
    name: "every billable event has exactly one charge",
    broken: `SELECT e.account_id, e.id FROM usage_events e
      LEFT JOIN LATERAL (
        -- What was used above a hold is a row of its own, right behind.
        SELECT sum(amount) AS amount, min(seq) AS first FROM transactions t
        WHERE t.account_id = e.account_id AND t.unit = e.unit AND t.seq BETWEEN e.seq AND e.seq + 1
          AND t.ref_type = 'usage_event' AND t.ref_id = e.id
      ) t ON true
      LEFT JOIN holds h ON h.account_id = e.account_id AND h.id = e.hold_id AND h.kind = 'prepaid'
      WHERE e.charge > 0 AND h.id IS NULL AND (t.first IS DISTINCT FROM e.seq OR t.amount <> -e.charge)`,
  },
  {
    name: "what runs is charged by its hold and what settled it",
    broken: `SELECT e.account_id, e.id FROM usage_events e
      JOIN holds h ON h.account_id = e.account_id AND h.id = e.hold_id AND h.kind = 'prepaid'
      JOIN LATERAL (
        SELECT sum(amount) AS amount FROM transactions t
        WHERE t.account_id = e.account_id AND t.unit = e.unit AND t.seq IN (h.opened_seq, h.ended_seq)
      ) t ON true
      WHERE (e.charge > 0 AND e.seq IS DISTINCT FROM h.opened_seq) OR t.amount <> -e.charge`,
  },
  {
    // A correction may name the call that it puts right, and is no charge of it.
    name: "every charge of usage has its event",
    broken: `SELECT t.account_id, t.seq FROM transactions t
      LEFT JOIN usage_events e ON e.account_id = t.account_id AND e.id = t.ref_id AND e.unit = t.unit AND t.seq BETWEEN e.seq AND e.seq + 1
      WHERE t.ref_type = 'usage_event' AND t.type <> 'admin_correction' AND t.amount < 0 AND e.id IS NULL`,
  },
  {
    name: "held is the sum of the open reservations",
    broken: `SELECT w.account_id, w.unit FROM wallets w
      WHERE w.held <> (SELECT coalesce(sum(amount), 0) FROM holds h
        WHERE h.account_id = w.account_id AND h.unit = w.unit AND h.status = 'open' AND h.kind = 'reservation')`,
  },
  {
    name: "what a hold used is what its event was charged",
    broken: `SELECT e.account_id, e.id FROM usage_events e
      LEFT JOIN holds h ON h.account_id = e.account_id AND h.id = e.hold_id
      WHERE e.hold_id IS NOT NULL AND (h.status, h.used) IS DISTINCT FROM ('captured', e.charge)`,
  },
  {
    name: "usage by day is the events it rolls up",
    broken: `SELECT * FROM (
        SELECT account_id, (occurred_at AT TIME ZONE 'UTC')::date AS day, unit, feature, operation, model, member, team, project, key_id, mandate, resource,
          count(*) AS calls, sum(input_tokens) AS input, sum(output_tokens) AS output, sum(cached_input_tokens) AS cached, sum(charge) AS charge, sum(cost_usd) AS cost
        FROM usage_events GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
      ) e FULL JOIN usage_days d USING (account_id, day, unit, feature, operation, model, member, team, project, key_id, mandate, resource)
      WHERE (e.calls, e.input, e.output, e.cached, e.charge, e.cost)
        IS DISTINCT FROM (d.calls, d.input_tokens::numeric, d.output_tokens::numeric, d.cached_input_tokens::numeric, d.charge, d.cost_usd)`,
  },
  {
    name: "the ledger by day is the rows it rolls up",
    broken: `SELECT * FROM (
        SELECT account_id, unit, (created_at AT TIME ZONE 'UTC')::date AS day, type, count(*) AS rows,
          coalesce(sum(amount) FILTER (WHERE amount > 0), 0) AS added, coalesce(-sum(amount) FILTER (WHERE amount < 0), 0) AS removed,
          min(seq) AS first_seq, max(seq) AS last_seq
        FROM transactions GROUP BY 1, 2, 3, 4
      ) t FULL JOIN wallet_days d USING (account_id, unit, day, type)
      WHERE (t.rows, t.added, t.removed, t.first_seq, t.last_seq) IS DISTINCT FROM (d.rows, d.added, d.removed, d.first_seq, d.last_seq)`,
  },
];

/** What is broken, in words; empty when the books are in order. Tests, the chaos run, operators and a job of the worker all ask this. */
export async function brokenInvariants(): Promise<string[]> {
  const broken = await readAcrossAccounts((sql) => brokenOf(sql, INVARIANTS));
  return [...broken, ...(await chainFaults())];
}

/** Which rules are broken, each with how often and an example. */
export async function brokenOf(sql: Sql, invariants: readonly Invariant[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name, broken } of invariants) {
    const rows = await sql.query(`SELECT count(*)::int AS count, min(b::text) AS first FROM (${broken}) b`);
    const [{ count, first } = { count: 0, first: "" }] = rows as { count: number; first: string }[];
    if (count > 0) found.push(`${name}: ${count} broken, such as ${first}`);
  }
  return found;
}

async function chainFaults(): Promise<string[]> {
  const connection = await reporters().connect();
  try {
    const { faults } = await verifyLedger(connection);
    return faults.map(({ unit, transaction, problem }) => `${transaction ?? unit}: ${problem}`);
  } finally {
    connection.release();
  }
}
