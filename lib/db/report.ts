import { Refusal } from "@/lib/values/refusal";
import type { Sql } from "./sql";
import { readForReport } from "./transaction";

/** Reports of one account that are read at once in this process, of the five that it has connections for. */
const AT_ONCE = 2;
/** And that wait for those: more is a program that asks without reading. */
const MOST_WAITING = 100;
const LIMIT_MS = 30_000;

interface Line {
  reading: number;
  waiting: (() => void)[];
}

const lines = new Map<string, Line>();

/**
 * A consistent look at one account that may have to look at much: reports, searches, lists over all of its usage. An account's stand in a line of
 * their own and use connections of their own, so that neither whoever signs in nor other accounts wait for them.
 * @throws Refusal `unprocessable` for what takes longer than half a minute, `rate_limited`
 */
export async function report<T>(
  accountId: string,
  run: (sql: Sql) => Promise<T>,
  limitMs = LIMIT_MS,
): Promise<T> {
  const line = lines.get(accountId) ?? { reading: 0, waiting: [] };
  lines.set(accountId, line);
  await enter(line);
  try {
    return await readForReport(accountId, limitMs, run);
  } catch (error) {
    throw isOverdue(error) ? tooLong(limitMs) : error;
  } finally {
    // The place is handed over, and free only when nobody waits for it.
    const next = line.waiting.shift();
    if (next) next();
    else line.reading -= 1;
    if (line.reading === 0) lines.delete(accountId);
  }
}

async function enter(line: Line): Promise<void> {
  if (line.reading < AT_ONCE) {
    line.reading += 1;
    return;
  }
  if (line.waiting.length >= MOST_WAITING)
    throw new Refusal(
      "rate_limited",
      "Too many reports of this account are being read. Read their answers, then ask again.",
      [],
      1,
    );
  await new Promise<void>((resolve) => line.waiting.push(resolve));
}

// query_canceled: nobody else cancels here.
function isOverdue(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "57014";
}

function tooLong(limitMs: number): Refusal {
  const seconds = Math.ceil(limitMs / 1000);
  return new Refusal(
    "unprocessable",
    `This took longer than ${seconds} seconds and was ended. Ask for fewer days, or group by less.`,
  );
}
