import type { Operator } from "@/lib/accounts/operator";
import { readers } from "@/lib/db/client";
import { RULES_OF_THE_BOOKS } from "./rules-of-the-books";
import { SILENT_S } from "./silent";

/** A run of verification. */
export interface VerificationView {
  id: string;
  startedAt: string;
  /** Who asked for it; null when the clock did. */
  startedBy: string | null;
  state: "waiting" | "running" | "silent" | "sound" | "broken" | "cut short";
  rowsDone: string;
  rowsTotal: string;
  /** How much of all work is done, 0 to 100. */
  percent: number;
  wallets: number;
  /** Groups of rules that were looked at, and how many there are. */
  rules: number;
  rulesTotal: number;
  endedAt: string | null;
  faultCount: number;
  /** The first of them. */
  faults: string[];
  error: string;
}

interface Found {
  id: string;
  started_at: Date;
  started_by: string | null;
  rows_done: bigint;
  rows_total: bigint;
  wallets: number;
  rules: number;
  ended_at: Date | null;
  fault_count: number;
  faults: string[];
  error: string;
  is_silent: boolean;
  has_begun: boolean;
}

/** The newest runs; at most 50. */
export async function listVerifications(_operator: Operator): Promise<VerificationView[]> {
  const { rows } = await readers().query<Found>(
    `SELECT *, heard_at < now() - make_interval(secs => $1) AS is_silent, heard_at > started_at AS has_begun
     FROM verifications ORDER BY id DESC LIMIT 50`,
    [SILENT_S],
  );
  return rows.map((row) => ({
    id: row.id,
    startedAt: row.started_at.toISOString(),
    startedBy: row.started_by,
    state: stateOf(row),
    rowsDone: row.rows_done.toString(),
    rowsTotal: row.rows_total.toString(),
    percent: percentOf(row),
    wallets: row.wallets,
    rules: row.rules,
    rulesTotal: RULES_OF_THE_BOOKS.length,
    endedAt: row.ended_at?.toISOString() ?? null,
    faultCount: row.fault_count,
    faults: row.faults,
    error: row.error,
  }));
}

function stateOf(row: Found): VerificationView["state"] {
  if (row.ended_at === null) return row.is_silent ? "silent" : row.has_begun ? "running" : "waiting";
  if (row.error !== "") return "cut short";
  return row.fault_count > 0 ? "broken" : "sound";
}

// The chains are nine tenths of the work.
function percentOf({ rows_done, rows_total, rules, ended_at }: Found): number {
  if (ended_at !== null) return 100;
  const chains = rows_total > 0n ? Number((rows_done * 90n) / rows_total) : 0;
  return Math.min(99, Math.min(90, chains) + Math.floor((rules * 10) / RULES_OF_THE_BOOKS.length));
}
