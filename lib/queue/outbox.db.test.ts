import { Logger, runMigrations, runOnce } from "graphile-worker";
import { beforeAll, expect, it } from "vitest";
import { readers, requiredUrl } from "@/lib/db/client";
import { acrossAccounts, inAccount } from "@/lib/db/transaction";
import { testAccount } from "@/lib/testing/accounts";
import { newId } from "@/lib/values/ids";
import { dispatchOutbox } from "./dispatch";
import { enqueue } from "./enqueue";

// As the application's role: it owns the queue's schema and needs no other right.
const connection = { connectionString: requiredUrl(), logger: new Logger(() => () => undefined) };
beforeAll(() => runMigrations(connection));

const jobs = async () =>
  (
    await readers().query<{ key: string; task_identifier: string }>(
      "SELECT key, task_identifier FROM graphile_worker.jobs ORDER BY id",
    )
  ).rows;
const waiting = () => acrossAccounts((tx) => tx.outbox.count());

async function leave(accountId: string, jobKey: string = newId()): Promise<string> {
  await inAccount(accountId, (tx) =>
    enqueue(tx, { accountId, task: "test.note", jobKey, payload: { jobKey } }),
  );
  return jobKey;
}

const run = async (handler: (payload: unknown) => Promise<void>) =>
  runOnce({ ...connection, taskList: { "test.note": handler, "mail.send": async () => undefined } });

it("hands over what was committed, once, with its account", async () => {
  const { accountId } = await testAccount();
  const key = await leave(accountId);
  await inAccount(accountId, async (tx) => {
    await enqueue(tx, { accountId, task: "test.note", jobKey: "rolled back", payload: {} });
    throw new Error("rolled back");
  }).catch(() => undefined);
  expect(await dispatchOutbox()).toBe(1);
  expect(await waiting()).toBe(0);
  const seen: unknown[] = [];
  await run(async (payload) => void seen.push(payload));
  expect(seen).toEqual([{ jobKey: key, accountId }]);
});

it("makes one job of tasks with one key, also when they are handed over twice", async () => {
  const { accountId } = await testAccount();
  const key = await leave(accountId);
  await leave(accountId, key);
  await dispatchOutbox();
  await leave(accountId, key);
  await dispatchOutbox();
  expect((await jobs()).filter((job) => job.key === key)).toHaveLength(1);
  await run(async () => undefined);
});

it("loses nothing and doubles nothing when ten dispatchers run at once", async () => {
  const { accountId } = await testAccount();
  const keys = await Promise.all(Array.from({ length: 30 }, () => leave(accountId)));
  await Promise.all(Array.from({ length: 10 }, dispatchOutbox));
  expect(await waiting()).toBe(0);
  const seen: string[] = [];
  await run(async (payload) => void seen.push((payload as { jobKey: string }).jobKey));
  expect(seen.toSorted()).toEqual(keys.toSorted());
});

it("takes tasks of no account, which only a transaction over all accounts may leave", async () => {
  await acrossAccounts((tx) =>
    enqueue(tx, { accountId: null, task: "test.note", jobKey: newId(), payload: {} }),
  );
  expect(await dispatchOutbox()).toBe(1);
  const { accountId } = await testAccount();
  await expect(
    inAccount(accountId, (tx) =>
      enqueue(tx, { accountId: null, task: "test.note", jobKey: newId(), payload: {} }),
    ),
  ).rejects.toThrow();
  await run(async () => undefined);
});

it("has what a busy account's listeners hear wait behind mails and payments", async () => {
  const { accountId } = await testAccount();
  const tasks = ["webhooks.announce", "authorizations.announce", "mail.send", "stripe.apply"];
  for (const task of tasks)
    await inAccount(accountId, (tx) =>
      enqueue(tx, { accountId, task, jobKey: `${task} ${accountId}`, payload: {} }),
    );
  await dispatchOutbox();
  const { rows } = await readers().query<{ task_identifier: string }>(
    "SELECT task_identifier FROM graphile_worker.jobs WHERE key LIKE $1 ORDER BY priority, id",
    [`% ${accountId}`],
  );
  expect(rows.map(({ task_identifier: task }) => task)).toEqual([...tasks.slice(2), ...tasks.slice(0, 2)]);
  await readers().query(
    "SELECT graphile_worker.remove_job(key) FROM graphile_worker.jobs WHERE key LIKE $1",
    [`% ${accountId}`],
  );
});
