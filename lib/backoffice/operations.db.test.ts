import { Logger, runMigrations } from "graphile-worker";
import { beforeAll, describe, expect, it } from "vitest";
import { prisma, readers, requiredUrl } from "@/lib/db/client";
import { acrossAccounts } from "@/lib/db/transaction";
import { registerResource } from "@/lib/deployments/register-resource";
import type { Operator } from "@/lib/accounts/operator";
import { queueEmail } from "@/lib/mail/queue-email";
import { recordDataQueries } from "@/lib/metering/data-queries";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { accountWith } from "@/lib/testing/accounts";
import { testOperator } from "@/lib/testing/operators";
import { testPerson } from "@/lib/testing/people";
import { PERMISSIONS } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { listAudits } from "./audit/list-audits";
import { listEmails } from "./emails/list-emails";
import { readEmail } from "./emails/read-email";
import { resendEmail } from "./emails/resend-email";
import { readHealth } from "./health/read-health";
import { listJobs } from "./jobs/list-jobs";
import { discardJob, retryFailedJobs, retryJob } from "./jobs/retry-jobs";
import { listAllQueries } from "./queries/list-all-queries";
import { listAllResources } from "./resources/list-all-resources";

const connection = { connectionString: requiredUrl(), logger: new Logger(() => () => undefined) };
let operator: Operator;

beforeAll(async () => {
  await ensureDefaultRateCard();
  ({ operator } = await testOperator());
});

it("says how the installation does before any worker has ever run", async () => {
  const { checks } = await readHealth(operator);
  expect(checks.find(({ name }) => name === "Worker")?.state).toBe("bad");
  expect(await listJobs(operator)).toMatchObject({ rows: [], next: null });
});

describe("jobs", () => {
  beforeAll(() => runMigrations(connection));

  const add = async (accountId: string, attempts: number) => {
    const { rows } = await readers().query<{ id: bigint }>(
      "SELECT id FROM graphile_worker.add_job('test.note', json_build_object('accountId', $1::text))",
      [accountId],
    );
    const id = String(rows[0]?.id);
    await readers().query(
      "UPDATE graphile_worker._private_jobs SET attempts = $2, last_error = 'it broke' WHERE id = $1",
      [id, attempts],
    );
    return id;
  };
  const stateOf = async (id: string) => (await listJobs(operator)).rows.find((row) => row.id === id)?.state;

  it("are listed with their state and their account, and counted", async () => {
    const { accountId } = await accountWith("1");
    const [waiting, retrying, failed] = [
      await add(accountId, 0),
      await add(accountId, 3),
      await add(accountId, 25),
    ];
    const { rows, counts } = await listJobs(operator);
    expect(rows.slice(0, 3)).toMatchObject([
      { id: failed, state: "failed", accountId, accountName: "Test", lastError: "it broke" },
      { id: retrying, state: "retrying", attempts: 3 },
      { id: waiting, state: "waiting" },
    ]);
    expect(counts).toMatchObject({ failed: 1, retrying: 1, waiting: 1 });
    expect((await listJobs(operator, { state: "failed" })).rows.map(({ id }) => id)).toEqual([failed]);
    expect((await listJobs(operator, { before: failed })).rows[0]?.id).toBe(retrying);
    expect((await readHealth(operator)).checks.find(({ name }) => name === "Failed jobs")?.state).toBe("bad");
  });

  it("that failed run again with all their tries, and the log names who asked", async () => {
    const { accountId } = await accountWith("1");
    const id = await add(accountId, 25);
    await retryJob(operator, { id });
    expect(await stateOf(id)).toBe("waiting");
    const again = await add(accountId, 25);
    expect(await retryFailedJobs(operator)).toBeGreaterThanOrEqual(1);
    expect(await stateOf(again)).toBe("waiting");
    const { rows } = await listAudits(operator, "operators");
    expect(rows.slice(0, 2)).toMatchObject([
      { action: "jobs.retried" },
      { action: "job.retried", subject: `job:${id}` },
    ]);
  });

  it("that a worker has in hand are left alone, and only those that failed for good can be discarded", async () => {
    const { accountId } = await accountWith("1");
    const [busy, failed] = [await add(accountId, 1), await add(accountId, 25)];
    await expect(discardJob(operator, { id: busy })).rejects.toMatchObject({ code: "conflict" });
    await readers().query(
      "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'w' WHERE id = $1",
      [busy],
    );
    await expect(retryJob(operator, { id: busy })).rejects.toMatchObject({ code: "conflict" });
    await discardJob(operator, { id: failed });
    expect(await stateOf(failed)).toBeUndefined();
    await expect(discardJob(operator, { id: failed })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("mails", () => {
  const write = async (recipient: string, more: object = {}) => {
    const { accountId } = await accountWith("1");
    const dedupeKey = newId();
    const mail = { template: "note", subject: "Hello", html: "<p>Hi</p>", plain: "Hi" };
    await acrossAccounts((tx) => queueEmail(tx, { accountId, dedupeKey, recipient, mail }));
    const { id } = await prisma().email.update({ where: { dedupeKey }, data: more });
    return { id, accountId };
  };

  it("are found by how the address begins, by account and by status, and signs of LIKE are plain text", async () => {
    const name = newId();
    const { id, accountId } = await write(`${name}_1%@example.com`, { status: "failed" });
    const find = async (filter: object) => (await listEmails(operator, filter)).rows.map((row) => row.id);
    expect(await find({ recipient: name.toUpperCase() })).toEqual([id]);
    expect(await find({ recipient: `${name}_1%` })).toEqual([id]);
    expect(await find({ recipient: `${name}%` })).toEqual([]);
    expect(await find({ accountId })).toEqual([id]);
    expect(await find({ accountId, status: "sent" })).toEqual([]);
    expect(await find({ accountId, before: id })).toEqual([]);
  });

  it("are sent again as mails of their own", async () => {
    const { id, accountId } = await write("bo@example.com", { status: "sent", sentAt: new Date() });
    await resendEmail(operator, { id });
    const { rows } = await listEmails(operator, { accountId });
    expect(rows).toMatchObject([{ status: "queued", subject: "Hello", recipient: "bo@example.com" }, { id }]);
    expect((await listAudits(operator, "operators", { accountId })).rows).toMatchObject([
      { action: "email.resent", subject: `email:${id}` },
    ]);
  });

  it("show and send no link that opens something", async () => {
    const { id } = await write("bo@example.com", { status: "sent", html: "", plain: "" });
    expect(await readEmail(operator, { id })).toMatchObject({ plain: null });
    await expect(resendEmail(operator, { id })).rejects.toMatchObject({ code: "conflict" });
    const carrying = "Open https://ecu.test/confirm-address?token=abc-the-token&next=1";
    const { id: other } = await write("bo@example.com", { status: "sent", plain: carrying });
    expect((await readEmail(operator, { id: other })).plain).toBe(
      "Open https://ecu.test/confirm-address?token=…&next=1",
    );
    const { id: waiting } = await write("bo@example.com");
    expect(await readEmail(operator, { id: waiting })).toMatchObject({ plain: null });
    await expect(resendEmail(operator, { id: waiting })).rejects.toMatchObject({ code: "conflict" });
    await expect(readEmail(operator, { id: newId() })).rejects.toMatchObject({ code: "not_found" });
  });

  it("that an operator read one stands in the operators' log", async () => {
    const { id, accountId } = await write("bo@example.com", { status: "sent" });
    await readEmail(operator, { id });
    expect((await listAudits(operator, "operators", { accountId })).rows).toMatchObject([
      { action: "email.read", subject: `email:${id}` },
    ]);
  });
});

it("lists queries and resources of all accounts, page by page without a gap", async () => {
  const all = { permissions: new Set(PERMISSIONS) };
  const [one, two] = [
    { ...(await accountWith("1")), ...all },
    { ...(await accountWith("1")), ...all },
  ];
  const at = new Date(Date.now() - 60_000).toISOString();
  const queries = Array.from({ length: 30 }, (_, no) => ({
    id: `q${no}`,
    provider: "socrata",
    occurred_at: at,
  }));
  for (const ctx of [one, two]) await recordDataQueries(ctx, queries);
  const first = await listAllQueries(operator, { provider: "socrata" });
  const second = await listAllQueries(operator, { provider: "socrata", before: first.next ?? undefined });
  const seen = [...first.rows, ...second.rows].map(({ accountId, id }) => `${accountId} ${id}`);
  expect(new Set(seen).size).toBe(60);
  expect(second.next).toBeNull();
  expect((await listAllQueries(operator, { accountId: one.accountId })).rows).toHaveLength(30);
  await registerResource(one, "model", "theirs", { name: "Churn model" });
  await registerResource(one, "volume", "scratch", { name: "Scratch", size_gb: "60.5" });
  expect((await listAllResources(operator, { search: "scratch" })).rows).toMatchObject([{ sizeGb: "60.5" }]);
  const found = await listAllResources(operator, { search: "churn" });
  expect(found.rows).toMatchObject([{ accountId: one.accountId, id: "theirs", kind: "model", running: 0 }]);
  expect((await listAllResources(operator, { accountId: two.accountId })).rows).toEqual([]);
});

it("keeps operators' deeds and those within accounts apart", async () => {
  const { ctx } = await testPerson();
  const within = await listAudits(operator, "accounts", { accountId: ctx.accountId });
  expect(within.rows.map(({ action }) => action)).toContain("account.created");
  expect((await listAudits(operator, "operators", { accountId: ctx.accountId })).rows).toEqual([]);
  expect((await listAudits(operator, "accounts", { accountId: ctx.accountId, action: "key." })).rows).toEqual(
    [],
  );
});
