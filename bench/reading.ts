import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { connectionConfig } from "@/lib/db/pool";
import { beginFor } from "@/lib/db/transaction";
import { exportTransactions } from "@/lib/ledger/export";
import { listTransactions } from "@/lib/ledger/list";
import { post, postedOf } from "@/lib/ledger/post";
import { verifyLedger } from "@/lib/ledger/verify";
import { readUsage } from "@/lib/metering/usage";
import { type Context, systemContext } from "@/lib/values/context";
import { transactionId } from "@/lib/values/ids";
import { formatCredits, nano } from "@/lib/values/money";
import { addDays, utcDay } from "@/lib/values/time";
import type { BenchDatabase } from "./database";
import { atLeast, atMost, count, type Measure } from "./report";
import { meteredCall, richAccount } from "./work";

/** Reading a ledger of a million rows: depth, rollups, export, verification. */
export async function benchReading({ owner, appUrl }: BenchDatabase, rows: number): Promise<Measure[]> {
  const ctx = systemContext(await richAccount(), "bench");
  await fill(ctx, rows);
  await owner.query("VACUUM ANALYZE");
  return [
    await pageDepth(ctx, rows),
    await monthSummary(ctx, appUrl),
    ...(await csvExport(ctx, appUrl, rows)),
    await verification(ctx, appUrl, rows),
  ];
}

async function fill(ctx: Context, rows: number): Promise<void> {
  for (let done = 0; done < rows; done += 1_000) {
    const outcomes = await post(
      Array.from({ length: 1_000 }, (_, place) => meteredCall(ctx.accountId, done + place)),
    );
    outcomes.forEach(postedOf);
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

function middleOf(measured: number[]): number {
  return measured.sort((a, b) => a - b)[measured.length >> 1] ?? 0;
}

async function median(times: number, run: () => Promise<unknown>): Promise<number> {
  const measured: number[] = [];
  for (let index = 0; index < times; index++) measured.push(await timed(run));
  return middleOf(measured);
}

async function pageDepth(ctx: Context, rows: number): Promise<Measure> {
  const depth = Math.floor(rows * 0.1);
  const before = transactionId({ accountId: ctx.accountId, unit: "credit", seq: BigInt(depth) });
  await median(50, () => listTransactions(ctx, {}));
  const first = await median(200, () => listTransactions(ctx, {}));
  const deep = await median(200, () => listTransactions(ctx, {}, { before }));
  const figures = `${deep.toFixed(2)} ms to ${first.toFixed(2)} ms`;
  return atMost(
    `page of 50, ${(rows - depth).toLocaleString("en-US")} rows deep, to the first`,
    deep / first,
    1.2,
    "",
    figures,
  );
}

async function monthSummary(ctx: Context, appUrl: string): Promise<Measure> {
  const to = utcDay(new Date());
  const from = addDays(to, -29);
  const usage = await readUsage(ctx, { from, to, groupBy: ["day", "model", "type"] });
  const client = await connected(appUrl, ctx);
  const raw = () =>
    client.query<{ charge: string }>(
      `SELECT (occurred_at AT TIME ZONE 'UTC')::date AS day, model, operation, count(*), sum(input_tokens), sum(output_tokens), sum(charge)::text AS charge
       FROM usage_events WHERE account_id = $1 AND occurred_at >= $2 AND occurred_at < $3 GROUP BY 1, 2, 3`,
      [ctx.accountId, `${from}T00:00:00Z`, `${addDays(to, 1)}T00:00:00Z`],
    );
  const total = (await raw()).rows.reduce((sum, { charge }) => sum + BigInt(charge), 0n);
  if (formatCredits(nano(total)) !== usage.totals.charge)
    throw new Error(`rollups say ${usage.totals.charge}, events ${formatCredits(nano(total))}`);
  const slow = await median(3, raw);
  const fast = await median(50, () => readUsage(ctx, { from, to, groupBy: ["day", "model", "type"] }));
  await client.end();
  return atLeast(
    "month summary from rollups to raw events, equal to the last nano-credit",
    slow / fast,
    50,
    "×",
    `${fast.toFixed(1)} ms to ${slow.toFixed(0)} ms`,
  );
}

async function connected(url: string, { accountId }: Context): Promise<pg.Client> {
  const client = new pg.Client(connectionConfig(url));
  await client.connect();
  await client.query(beginFor([accountId]));
  return client;
}

async function csvExport(ctx: Context, appUrl: string, rows: number): Promise<Measure[]> {
  const client = await connected(appUrl, ctx);
  const before = process.memoryUsage.rss();
  let peak = 0;
  const [plain, ours] = await medianInTurn(5, [
    // What the export must give, as one COPY that is read and thrown away.
    async () => {
      const stream = client.query(
        copyTo(`COPY (SELECT 'txn_' || t.seq, to_char(t.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), t.type,
          trim_scale(t.amount * 0.000000001), trim_scale(t.balance_after * 0.000000001), t.description, t.source, t.ref_type, t.ref_id
          FROM transactions t WHERE t.account_id = '${ctx.accountId}' AND t.unit = 'credit') TO STDOUT WITH (FORMAT csv)`),
      );
      for await (const chunk of stream) void chunk;
    },
    async () => {
      for await (const chunk of exportTransactions(ctx, {})) {
        void chunk;
        peak = Math.max(peak, process.memoryUsage.rss() - before);
      }
    },
  ]);
  await client.end();
  const rate = (milliseconds: number) => count(rows / (milliseconds / 1_000));
  return [
    atLeast("CSV export to plain COPY", plain / ours, 0.8, "%", `${rate(ours)} to ${rate(plain)}`),
    atMost(
      "memory that the export takes",
      peak / 1_048_576,
      200,
      " MB",
      `${rows.toLocaleString("en-US")} rows`,
    ),
  ];
}

/** The median of each, measured in turn, so that what the machine does besides falls on both. */
async function medianInTurn(
  rounds: number,
  runs: readonly [() => Promise<void>, () => Promise<void>],
): Promise<[number, number]> {
  const first: number[] = [];
  const second: number[] = [];
  for (let round = 0; round < rounds; round++) {
    first.push(await timed(runs[0]));
    second.push(await timed(runs[1]));
  }
  return [middleOf(first), middleOf(second)];
}

async function verification(ctx: Context, appUrl: string, rows: number): Promise<Measure> {
  const client = new pg.Client(connectionConfig(appUrl));
  await client.connect();
  const begun = performance.now();
  const { faults } = await verifyLedger(client, { accountId: ctx.accountId });
  const seconds = (performance.now() - begun) / 1_000;
  await client.end();
  if (faults.length > 0) throw new Error(`the ledger has faults: ${JSON.stringify(faults[0])}`);
  const scaled = seconds * (1_000_000 / rows);
  return atMost("verify a chain of a million rows", scaled, 10, " s", count(rows / seconds));
}
