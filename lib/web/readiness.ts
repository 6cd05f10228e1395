import { readers } from "@/lib/db/client";
import { pendingMigrations } from "@/lib/db/migrate";

/** What keeps the console from working, and what does not keep it but should be looked at. Both empty when all is well. */
export interface Readiness {
  missing: string[];
  notes: string[];
}

const LIMIT_MS = 3_000;
// Three beats of a worker.
const SILENT_S = 15;

/** Asks the database whether it is there and has the schema of this version. Never throws. */
export async function readReadiness(): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve(without("database: it does not answer within 3 s")), LIMIT_MS);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch {
    return without("database: it cannot be reached");
  } finally {
    clearTimeout(timer);
  }
}

async function ask(): Promise<Readiness> {
  const query = async <Row extends object>(text: string) => (await readers().query<Row>(text)).rows;
  await query("SELECT 1");
  const pending = await pendingMigrations(query).catch(() => null);
  if (pending === null) return without("migrations: none has been applied");
  if (pending.length > 0) return without(`migrations: ${pending.join(", ")}`);
  const beating = await query(
    `SELECT 1 FROM heartbeats WHERE beat_at > now() - interval '${SILENT_S} seconds' LIMIT 1`,
  );
  return {
    missing: [],
    notes:
      beating.length > 0
        ? []
        : [`worker: none has been heard of for ${SILENT_S} s, so that jobs and mail wait`],
  };
}

function without(what: string): Readiness {
  return { missing: [what], notes: [] };
}
