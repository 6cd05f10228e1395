import pg from "pg";
import { readers, requiredUrl } from "@/lib/db/client";
import { connectionConfig } from "@/lib/db/pool";
import { verifyLedger } from "@/lib/ledger/verify";
import { newId } from "@/lib/values/ids";
import { Progress } from "./progress";
import { RULES_OF_THE_BOOKS } from "./rules-of-the-books";
import { SILENT_S } from "./silent";

/** How many faults are kept in words. */
const KEPT = 100;

/**
 * Holds the books against what must always be true, every chain row by row and then the rules between tables, and keeps what it found.
 * Without an id the clock asks: then it goes on with a run whose process died, and leaves alone one that lives.
 * @returns the faults in words; null when another run is at work
 */
export async function runVerification(asked: string | null): Promise<string[] | null> {
  const id = asked ?? (await beginByClock());
  if (id === null) return null;
  const progress = await Progress.begin(id);
  try {
    const { faults, wallets } = await replay((rows) => (progress.rows = rows));
    for (const broken of RULES_OF_THE_BOOKS) {
      faults.push(...(await broken()));
      progress.rules += 1;
    }
    await progress.stop();
    await readers().query(ENDED, [
      id,
      wallets,
      faults.length,
      faults.slice(0, KEPT),
      progress.rules,
      progress.rows,
    ]);
    return faults;
  } catch (error) {
    await progress.stop();
    const why = error instanceof Error ? error.message : String(error);
    await readers().query(CUT_SHORT, [id, why.slice(0, 500)]);
    throw error;
  }
}

async function beginByClock(): Promise<string | null> {
  const { rows } = await readers().query<{ id: string }>(BEGUN, [newId(), SILENT_S]);
  return rows[0]?.id ?? null;
}

async function replay(onProgress: (rows: number) => void): Promise<{ faults: string[]; wallets: number }> {
  // It reads for long: nobody else should wait for its connection.
  const connection = new pg.Client(connectionConfig(requiredUrl()));
  await connection.connect();
  try {
    const { faults, wallets } = await verifyLedger(connection, { onProgress });
    const words = faults.map(({ accountId, unit, transaction, problem }) => {
      const wallet = `wallet of ${unit === "credit" ? "credit" : "tool runs"} of account ${accountId}`;
      return `${transaction ?? wallet}: ${problem}`;
    });
    return { faults: words, wallets };
  } finally {
    await connection.end();
  }
}

const BEGUN = `
WITH silent AS (
  UPDATE verifications SET heard_at = now() WHERE ended_at IS NULL AND heard_at < now() - make_interval(secs => $2) RETURNING id
), new AS (
  INSERT INTO verifications (id) SELECT $1::uuid WHERE NOT EXISTS (SELECT FROM verifications WHERE ended_at IS NULL)
  ON CONFLICT DO NOTHING RETURNING id
)
SELECT id FROM silent UNION ALL SELECT id FROM new`;

const ENDED = `
UPDATE verifications SET ended_at = now(), heard_at = now(), wallets = $2, fault_count = $3, faults = $4, rules = $5, rows_done = $6,
  rows_total = greatest(rows_total, $6), error = ''
WHERE id = $1 AND ended_at IS NULL`;

const CUT_SHORT = `
UPDATE verifications SET ended_at = now(), heard_at = now(), error = $2 WHERE id = $1 AND ended_at IS NULL`;
