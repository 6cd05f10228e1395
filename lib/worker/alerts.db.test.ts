import { Logger, makeWorkerUtils, run, runMigrations, type Runner } from "graphile-worker";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { prisma, requiredUrl } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { post } from "@/lib/ledger/post";
import { runDispatcher } from "@/lib/queue/dispatcher";
import { accountWith, grant, spend } from "@/lib/testing/accounts";
import { testMember } from "@/lib/testing/people";
import type { Context } from "@/lib/values/context";
import { tasks } from "./tasks";

const connection = () => ({ connectionString: requiredUrl(), logger: new Logger(() => () => undefined) });
let runners: Runner[];
const stopping = new AbortController();
let dispatching: Promise<void>;

beforeAll(async () => {
  await runMigrations(connection());
  const worker = {
    ...connection(),
    taskList: tasks,
    pollInterval: 100,
    noHandleSignals: true,
    concurrency: 4,
  };
  runners = await Promise.all([run(worker), run(worker)]);
  dispatching = runDispatcher(stopping.signal, (error) => {
    throw error;
  });
});

afterAll(async () => {
  stopping.abort();
  await dispatching;
  await Promise.all(runners.map((runner) => runner.stop()));
});

const subjectsOf = async ({ accountId }: Context) => {
  const mails = await prisma().email.findMany({ where: { accountId }, orderBy: { createdAt: "asc" } });
  return mails.map(({ subject }) => subject);
};

const levelsAre = ({ accountId }: Context, highest: bigint) =>
  vi.waitFor(
    async () => {
      const { watch } = await inAccount(accountId, (tx) =>
        tx.wallet.findUniqueOrThrow({ where: { accountId_unit: { accountId, unit: "credit" } } }),
      );
      expect(watch.at(-1)).toBe(highest);
    },
    { timeout: 15_000, interval: 50 },
  );

const toldOf = (ctx: Context, subjects: string[]) =>
  vi.waitFor(async () => expect(await subjectsOf(ctx)).toEqual(subjects), { timeout: 15_000, interval: 50 });

/** Gives every task of the account to the workers once more, as after a crash before it was marked as done. */
async function redeliver({ accountId }: Context): Promise<void> {
  const utils = await makeWorkerUtils(connection());
  const names = ["wallet.below", "wallet.added", "alerts.evaluate"];
  const jobs = names.flatMap((name) => [name, name]);
  const done = jobs.map((name, index) =>
    utils.addJob(name, { accountId, unit: "credit" }, { jobKey: `again ${index}` }),
  );
  await Promise.all(done);
  await vi.waitFor(
    async () => {
      const left = await utils.withPgClient((client) =>
        client.query("SELECT 1 FROM graphile_worker.jobs WHERE key LIKE 'again %'"),
      );
      expect(left.rowCount).toBe(0);
    },
    { timeout: 15_000, interval: 50 },
  );
  await utils.release();
}

it("a share that fifty spends pass is told once by the workers, again after a top-up, and not when tasks come twice", async () => {
  const ctx = await accountWith("100");
  await testMember(ctx.accountId, "owner");
  await levelsAre(ctx, 80_000_000_001n);
  await Promise.all(Array.from({ length: 50 }, () => post([spend(ctx, "1")])));
  await toldOf(ctx, ["50 % of your credits are used (Test)"]);
  await redeliver(ctx);
  expect(await subjectsOf(ctx)).toHaveLength(1);
  await grant(ctx, "150");
  await levelsAre(ctx, 160_000_000_001n);
  await Promise.all(Array.from({ length: 50 }, () => post([spend(ctx, "3")])));
  await vi.waitFor(async () => expect((await subjectsOf(ctx)).at(-1)).toContain("70 %"), { timeout: 15_000 });
  await redeliver(ctx);
  const told = await subjectsOf(ctx);
  expect(new Set(told.slice(1)).size).toBe(told.length - 1);
  expect(told.length).toBeLessThanOrEqual(3);
});
