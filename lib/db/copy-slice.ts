import { to as copyTo } from "pg-copy-streams";
import { readers } from "./client";
import { beginFor } from "./transaction";

/** Slices that are read at once in this process. The other connections are for pages. */
const AT_ONCE = 4;

let reading = 0;
const waiting: (() => void)[] = [];

/**
 * What a SELECT gives in one account as CSV, whole: it ought to be some megabytes at the most. The connection is given back before anybody
 * looks at the answer, so that how slowly they do so is their own affair.
 */
export async function copySlice(accountId: string, select: string): Promise<Buffer[]> {
  if (reading >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else reading += 1;
  try {
    return await copy(accountId, select);
  } finally {
    // The place is handed over, and free only when nobody waits for it.
    const next = waiting.shift();
    if (next) next();
    else reading -= 1;
  }
}

async function copy(accountId: string, select: string): Promise<Buffer[]> {
  const connection = await readers().connect();
  let broken = true;
  try {
    await connection.query(beginFor([accountId]).replace("BEGIN", "BEGIN READ ONLY"));
    const chunks: Buffer[] = [];
    for await (const chunk of connection.query(copyTo(`COPY (${select}) TO STDOUT WITH (FORMAT csv)`)))
      chunks.push(chunk as Buffer);
    await connection.query("COMMIT");
    broken = false;
    return chunks;
  } finally {
    // After a COPY that failed, nobody knows what the connection is in the middle of.
    connection.release(broken);
  }
}
