import { text } from "node:stream/consumers";
import { z } from "zod";
import { disconnect, prisma } from "@/lib/db/client";
import { inAccount, readAcrossAccounts } from "@/lib/db/transaction";
import { brokenInvariants } from "@/lib/ledger/invariants";
import { openWallets } from "@/lib/ledger/open-wallets";
import { stopPosting } from "@/lib/ledger/post";
import { applyStripeEvent } from "@/lib/purchases/apply-event";
import { brokenPayments } from "@/lib/purchases/invariants";
import type { Replayed } from "./replayed";

const Order = z.object({
  accounts: z.array(z.uuid()),
  deliveries: z.array(z.string()),
  atOnce: z.int().min(1),
});

/** The queue tries again what failed; here it is tried as often, without waiting. */
const TRIES = 4;

/** One round, in a process of its own whose environment names the scratch books: delivers events as told on standard input, and says what became of the books. */
async function main(): Promise<void> {
  const { accounts, deliveries, atOnce } = Order.parse(JSON.parse(await text(process.stdin)));
  for (const id of accounts) await inAccount(id, (tx) => openWallets(tx, id));
  let failed = await deliver(deliveries, atOnce);
  for (let tries = 1; tries < TRIES && failed.size > 0; tries++)
    failed = await deliver([...failed.keys()], atOnce);
  const faults = [...failed].map(([id, fault]) => `${id} could not be applied: ${fault}`);
  const replayed: Replayed = {
    faults: [...faults, ...(await brokenInvariants()), ...(await brokenPayments())],
    books: await books(),
  };
  process.stdout.write(JSON.stringify(replayed));
  await stopPosting();
  await disconnect();
}

/** Has events applied as the worker does; says which could not be, and why. */
async function deliver(ids: readonly string[], atOnce: number): Promise<Map<string, string>> {
  const failed = new Map<string, string>();
  const waiting = [...ids];
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        // As if it had never come before.
        await prisma().stripeEvent.update({ where: { id }, data: { status: "received" } });
        await applyStripeEvent(id);
        failed.delete(id);
      } catch (error) {
        failed.set(id, error instanceof Error ? error.message.slice(0, 300) : String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failed;
}

/** What must not depend on how often and in which order events came. Rows of one payment share its credit by their order; their sum does not. */
async function books(): Promise<string[]> {
  const rows = await readAcrossAccounts(async (sql) => [
    ...(await sql.query<{ line: string }>(
      "SELECT 'balance of ' || account_id || ': ' || balance AS line FROM wallets WHERE unit = 'credit'",
    )),
    ...(await sql.query<{ line: string }>(
      "SELECT account_id || ' ' || type || ' ' || idempotency_key AS line FROM transactions",
    )),
    ...(await sql.query<{ line: string }>(
      `SELECT 'payment ' || concat_ws(' ', id, kind, credits, charged_cents, net_cents, 'back', refunded_cents, refunded_credits, disputed_cents, disputed_credits) AS line
       FROM payments`,
    )),
    ...(await sql.query<{ line: string }>(
      "SELECT 'purchase ' || id || ' ' || status AS line FROM purchases",
    )),
    ...(await sql.query<{ line: string }>(
      "SELECT 'recharge ' || id || ' ' || status AS line FROM recharge_attempts",
    )),
    ...(await sql.query<{ line: string }>(
      "SELECT 'invoice ' || contract_id || ' ' || no || ' ' || status AS line FROM contract_invoices",
    )),
    ...(await sql.query<{ line: string }>("SELECT 'refund ' || id || ' ' || status AS line FROM refunds")),
    ...(await sql.query<{ line: string }>("SELECT 'dispute ' || id || ' ' || status AS line FROM disputes")),
  ]);
  return rows.map(({ line }) => line).toSorted();
}

await main();
