import pg from "pg";
import { genesisHash } from "@/lib/ledger/rules/hash";
import { insertEvents } from "@/lib/ledger/statements/events";
import type { Statement } from "@/lib/ledger/statements/statement";
import { insertTransactions } from "@/lib/ledger/statements/transactions";
import type { Posting, Transaction } from "@/lib/ledger/types";
import { nano } from "@/lib/values/money";
import { meteredCall } from "./work";

/**
 * The plain multi-row insert limit: the same ledger rows and events, a thousand of each a transaction, durable, into tables that have the same
 * columns and a primary key, and no other index, constraint, trigger or policy. Nothing is read, checked or computed meanwhile. The tables are
 * kept from call to call, so that they grow as ours do.
 * @returns rows (a ledger row and its event) a second.
 */
export async function insertLimit(
  owner: pg.Client,
  url: string,
  accounts: readonly string[],
  seconds: number,
): Promise<number> {
  await owner.query(`
    CREATE TABLE IF NOT EXISTS plain_transactions (LIKE transactions INCLUDING GENERATED, PRIMARY KEY (account_id, unit, seq));
    CREATE TABLE IF NOT EXISTS plain_usage_events (LIKE usage_events INCLUDING DEFAULTS, PRIMARY KEY (account_id, id));`);
  const client = new pg.Client({ connectionString: url, pipeline: true });
  await client.connect();
  let seq = await lastSeq(owner);
  let rows = 0;
  const start = performance.now();
  while (performance.now() - start < seconds * 1_000) {
    const postings = Array.from({ length: 1_000 }, (_, place) =>
      meteredCall(accounts[place % accounts.length] ?? "", place),
    );
    const transactions = postings.map((posting) => plainRow(posting, (seq += 1n)));
    const events = postings.map(({ accountId, unit, event }, place) => {
      if (!event) throw new Error("a metered call has an event");
      return { accountId, unit, event, seq: transactions[place]?.seq ?? null, receivedAt: new Date() };
    });
    const statements = [insertTransactions(transactions), insertEvents(events)].map(intoPlainTables);
    await Promise.all([
      client.query("BEGIN"),
      ...statements.map((statement) => client.query(statement)),
      client.query("COMMIT"),
    ]);
    rows += postings.length;
  }
  const elapsed = (performance.now() - start) / 1_000;
  await client.end();
  return rows / elapsed;
}

async function lastSeq(owner: pg.Client): Promise<bigint> {
  const { rows } = await owner.query<{ last: string }>(
    "SELECT coalesce(max(seq), 0)::text AS last FROM plain_transactions",
  );
  return BigInt(rows[0]?.last ?? 0);
}

function intoPlainTables({ name, text, values }: Statement): Statement {
  return {
    name: `plain_${name}`,
    text: text.replace(/INTO (transactions|usage_events)/, "INTO plain_$1"),
    values,
  };
}

function plainRow({ accountId, unit, entries: [entry], idempotencyKey }: Posting, seq: bigint): Transaction {
  if (!entry) throw new Error("a metered call has an entry");
  return {
    accountId,
    unit,
    seq,
    createdAt: new Date(),
    type: entry.type,
    amount: entry.amount,
    balanceBefore: nano(0n),
    balanceAfter: entry.amount,
    description: entry.description,
    source: entry.source,
    refType: entry.refType ?? null,
    refId: entry.refId ?? null,
    idempotencyKey,
    lots: [[1, entry.amount]],
    hash: genesisHash("", "credit"),
  };
}
