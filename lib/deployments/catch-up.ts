import { readInAccount } from "@/lib/db/transaction";
import { billStorage } from "./bill-storage";
import { runCycle } from "./run-cycle";

/** What an account has due: an instance's cycle that is over, or a volume's day. */
interface Due {
  what: "instance" | "volume";
  id: string;
  /** When it should have been done. */
  at: Date;
}

const MOST_MISSED = 1_000;

/**
 * Does what is due in an account, one after the other in the order of its time, each in a commit of its own and at most once: after days without a
 * worker the ledger gets the same rows in the same order as if one had been there. Whoever does the same at the same time waits for each of
 * them, and finds it done. Returns how many were done.
 */
export async function catchUp(accountId: string, now: Date): Promise<number> {
  let done = 0;
  let missed = 0;
  for (;;) {
    const due = await findDue(accountId, now);
    if (!due) return done;
    const { what, id, at } = due;
    const did =
      what === "instance" ? await runCycle(accountId, id, at) : await billStorage(accountId, id, at);
    missed = did ? 0 : missed + 1;
    if (did) done += 1;
    // Somebody else did it meanwhile, and it is not due any more; if it still is, nobody ever will.
    else if (missed > MOST_MISSED) throw new Error(`${what} ${id} is due and cannot be driven`);
  }
}

async function findDue(accountId: string, now: Date): Promise<Due | null> {
  const [due] = await readInAccount(accountId, (sql) => sql.query<Due>(DUE, [accountId, now]));
  return due ?? null;
}

const DUE = `
SELECT what, id, at FROM (
  SELECT 'instance' AS what, id, next_cycle_at AS at FROM instances
  WHERE account_id = $1 AND status = 'running' AND mode = 'cycle' AND next_cycle_at <= $2::timestamptz
  UNION ALL
  SELECT 'volume', id, (storage_due + 1)::timestamp AT TIME ZONE 'UTC' FROM resources
  WHERE account_id = $1 AND kind = 'volume' AND (storage_due + 1)::timestamp AT TIME ZONE 'UTC' <= $2::timestamptz
) d ORDER BY at, what, id LIMIT 1`;
