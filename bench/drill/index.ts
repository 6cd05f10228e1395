// Two disasters, rehearsed: the machine of the database is lost, and somebody falsifies the books. See public/guides/production.md, "Backup and restore".
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { disconnect } from "@/lib/db/client";
import type { Embedded } from "@/lib/db/embedded";
import { asAppRole } from "@/lib/db/app-role";
import { migrate } from "@/lib/db/migrate";
import { post, stopPosting } from "@/lib/ledger/post";
import { accountWith, spend } from "@/lib/testing/accounts";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { reconcileStripe } from "@/lib/purchases/reconcile/reconcile-stripe";
import { faultsOfBooks, heldAgainst } from "./books";
import { Callers } from "./callers";
import {
  archiveFolder,
  baseBackup,
  clean,
  connectionTo,
  lose,
  ROOT,
  startFromBackup,
  startPrimary,
} from "./copies";
import { Report } from "./report";
import { openTill } from "./till";

const ACCOUNTS = 8;
const CALLERS = 16;
const LOAD_MS = 4_000;
const MOMENT = "before the accident";

/** Everything that posts and reads goes to this server from now on. */
async function turnTo({ ownerUrl }: Embedded): Promise<void> {
  await stopPosting().catch(() => undefined);
  await disconnect().catch(() => undefined);
  process.env.DATABASE_URL = asAppRole(ownerUrl, "drill");
}

async function asOwner({ ownerUrl }: Embedded): Promise<pg.Client> {
  const owner = new pg.Client(ownerUrl);
  owner.on("error", () => undefined);
  await owner.connect();
  return owner;
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`${what} took more than 30 s`);
    await wait(50);
  }
}

const report = new Report();
await clean();
const till = await openTill(`${ROOT}/stripe`);
process.env.NEXTAUTH_SECRET ??= "a secret of the drill that is long enough";
const archive = await archiveFolder();
const primary = await startPrimary(archive);
const servers: Embedded[] = [primary];
try {
  await migrate(primary.ownerUrl, { appPassword: "drill" });
  await turnTo(primary);
  await ensureDefaultRateCard();
  const accounts = await Promise.all(Array.from({ length: ACCOUNTS }, () => accountWith("1000")));
  const [first, second] = accounts;
  if (!first || !second) throw new Error("there are no accounts");
  const owner = await asOwner(primary);

  report.step("base backup while the books are written");
  const callers = new Callers(accounts, CALLERS);
  callers.start();
  await baseBackup(owner);
  const standby = await startFromBackup("standby", "standby.signal", {
    primary_conninfo: connectionTo(primary),
    restore_command: `cp "${archive}/%f" "%p"`,
  });
  servers.push(standby);
  await owner.query("ALTER SYSTEM SET synchronous_standby_names = '*'");
  await owner.query("SELECT pg_reload_conf()");
  const inStep = "SELECT FROM pg_stat_replication WHERE sync_state = 'sync'";
  await until("the standby", async () => (await owner.query(inStep)).rowCount === 1);
  const early = await till.begin(first, "100");
  await till.pay(early);
  await till.settle(early);
  const begun = await till.begin(second, "250");
  await wait(LOAD_MS);
  await callers.stop();
  const beforeMoment = [...callers.promised];
  const { rows } = await owner.query<{ file: string }>(
    "SELECT pg_walfile_name(pg_create_restore_point($1)) AS file",
    [MOMENT],
  );
  await owner.query("SELECT pg_switch_wal()");
  const archived = "SELECT FROM pg_stat_archiver WHERE last_archived_wal >= $1";
  await until("archiving", async () => (await owner.query(archived, [rows[0]?.file])).rowCount === 1);

  callers.start();
  await till.pay(begun);
  await till.settle(begun);
  const late = await till.begin(first, "500");
  await till.pay(late);
  await till.settle(late);
  await wait(LOAD_MS);

  report.step("the machine of the database is lost in the middle of it");
  const lostAt = performance.now();
  await lose(primary, "primary");
  const promoted = await asOwner(standby);
  await promoted.query("SELECT pg_promote(true, 30)");
  await callers.stop();
  await turnTo(standby);
  const proof = await post([spend(first, "0.000001", "drill:proof")]);
  report.say(
    "back after",
    `${((performance.now() - lostAt) / 1_000).toFixed(1)} s`,
    proof[0]?.status === "posted",
  );
  const after = await heldAgainst(callers.promised);
  report.say("acknowledged postings", String(callers.promised.length), callers.promised.length > 1_000);
  report.say("of them lost", String(after.lost), after.lost === 0);
  report.say("of them doubled", String(after.doubled), after.doubled === 0);
  for (const call of callers.unheard) {
    const ctx = accounts.find(({ accountId }) => accountId === call.accountId) ?? first;
    await post([spend(ctx, "0.000001", call.key)]);
  }
  const again = await heldAgainst(callers.unheard);
  report.say(
    "unanswered, sent again: there once",
    `${again.there} of ${callers.unheard.length}`,
    again.lost + again.doubled === 0,
  );
  report.faults(await faultsOfBooks());
  const settled = await reconcileStripe({ repair: true });
  report.say("differences to Stripe", String(settled.differences.length), settled.differences.length === 0);

  report.step("somebody falsifies the books, and they are restored to the moment before");
  await promoted.query("SET session_replication_role = replica");
  await promoted.query(
    "UPDATE transactions SET amount = amount * 2, balance_after = balance_after + amount WHERE seq = 5",
  );
  const found = await faultsOfBooks();
  report.say("verification finds it", `${found.length} faults`, found.length > 0);
  await promoted.end();
  const backAt = performance.now();
  const restored = await startFromBackup("restored", "recovery.signal", {
    restore_command: `cp "${archive}/%f" "%p"`,
    recovery_target_name: MOMENT,
    recovery_target_action: "promote",
  });
  servers.push(restored);
  const newOwner = await asOwner(restored);
  const recovering = "SELECT pg_is_in_recovery() AS so";
  await until(
    "recovery",
    async () => (await newOwner.query<{ so: boolean }>(recovering)).rows[0]?.so === false,
  );
  await newOwner.end();
  await turnTo(restored);
  report.say("restored after", `${((performance.now() - backAt) / 1_000).toFixed(1)} s`, true);
  const kept = await heldAgainst(beforeMoment);
  report.say("acknowledged before the moment", String(beforeMoment.length), beforeMoment.length > 1_000);
  report.say("of them lost", String(kept.lost), kept.lost === 0);
  const tooLate = await heldAgainst(callers.promised.slice(beforeMoment.length));
  report.say("later ones that are there", String(tooLate.there), tooLate.there === 0);
  report.faults(await faultsOfBooks());
  // What was bought before the moment and paid after it is certain. What was bought after it is known to Stripe alone: a person decides.
  const { repaired, differences } = await reconcileStripe({ repair: true });
  report.say("payments that Stripe still knew, credited again", String(repaired), repaired === 1);
  report.say("listed for a person to decide", String(differences.length), differences.length === 1);
  report.faults(await faultsOfBooks());
} finally {
  await stopPosting().catch(() => undefined);
  await disconnect().catch(() => undefined);
  till.close();
  for (const server of servers) await server.stop().catch(() => undefined);
  await clean();
}
process.exitCode = report.end() ? 0 : 1;
