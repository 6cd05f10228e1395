import { readInAccount } from "@/lib/db/transaction";
import { billStorage } from "./bill-storage";
import { runCycle } from "./run-cycle";

/** What an account has due: an instance's cycle that is over, or a volume's day. */
interface Due {
  what: "instance" | "volume";
  id: string;
}

/**
 * Does what is due in an account, one after the other in the order of its time, each in a commit of its own and at most once: after days without a
 * worker the ledger gets the same rows in the same order as if one had been there. Whoever does the same at the same time waits for each of
 * them, and finds it done. Returns how many were done.
 */
export async function catchUp(accountId: string, now: Date): Promise<number> {
  let done = 0;
  for (;;) {
    const due = await findDue(accountId, now);
    if (!due) return done;
    const did =
      due.what === "instance"
        ? await runCycle(accountId, due.id, now)
        : await billStorage(accountId, due.id, now);
    if (did) done += 1;
  }
}

async function findDue(accountId: string, now: Date): Promise<Due | null> {
  const [due] = await readInAccount(accountId, (sql) => sql.query<Due>(DUE, [accountId, now]));
  return due ?? null;
}

const DUE = `
SELECT what, id FROM (
  SELECT 'instance' AS what, id, next_cycle_at AS due FROM instances
  WHERE account_id = $1 AND status = 'running' AND mode = 'cycle' AND next_cycle_at <= $2::timestamptz
  UNION ALL
  SELECT 'volume', id, (storage_due + 1)::timestamp AT TIME ZONE 'UTC' FROM resources
  WHERE account_id = $1 AND kind = 'volume' AND (storage_due + 1)::timestamp AT TIME ZONE 'UTC' <= $2::timestamptz
) d ORDER BY due, what, id LIMIT 1`;
