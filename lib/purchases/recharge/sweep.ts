import { readAcrossAccounts } from "@/lib/db/transaction";
import { stripeMode } from "../stripe";
import { evaluateRecharge } from "./evaluate";
import { resolveRecharge } from "./resolve";

const MOST_AT_ONCE = 200;

/** Asks about attempts that nobody was told the end of, and looks at accounts whose task was lost or whose wait is over. */
export async function sweepRecharges(): Promise<void> {
  if (stripeMode() === null) return;
  const { open, below } = await readAcrossAccounts(async (sql) => ({
    open: await sql.query<{ account_id: string; id: string }>(OPEN),
    below: await sql.query<{ account_id: string }>(BELOW),
  }));
  const faults: unknown[] = [];
  const keep = (error: unknown) => void faults.push(error);
  for (const { account_id: accountId, id } of open) await resolveRecharge(accountId, id).catch(keep);
  for (const { account_id: accountId } of below) await evaluateRecharge(accountId).catch(keep);
  // One that cannot be asked about keeps no other waiting.
  if (faults.length > 0) throw faults[0];
}

const OPEN = `SELECT account_id, id FROM recharge_attempts
  WHERE status IN ('started', 'processing', 'requires_action') AND created_at < now() - interval '20 seconds'
    -- Those that wait for a person are asked about now and then, and keep no other waiting.
    AND (status <> 'requires_action' OR floor(extract(epoch FROM now() - created_at) / 60)::int % 10 = 0)
  ORDER BY status = 'requires_action', created_at LIMIT ${MOST_AT_ONCE}`;

const BELOW = `SELECT s.account_id FROM recharge_settings s
  JOIN wallets w ON w.account_id = s.account_id AND w.unit = 'credit'
  WHERE s.is_on AND w.balance < s.threshold AND (s.paused_until IS NULL OR s.paused_until <= now())
    AND NOT EXISTS (SELECT FROM recharge_attempts a WHERE a.account_id = s.account_id AND a.status IN ('started', 'processing', 'requires_action'))
  LIMIT ${MOST_AT_ONCE}`;
