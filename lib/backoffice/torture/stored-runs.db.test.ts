import { bought } from "@/lib/testing/stripe";
import pg from "pg";
import { beforeAll, expect, it } from "vitest";
import { operatorOf } from "@/lib/accounts/operator";
import { prisma, requiredUrl } from "@/lib/db/client";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { testPerson } from "@/lib/testing/people";
import { listTorture } from "./list-torture";
import { runStoredTorture } from "./run-stored";
import { LOCK } from "./run-torture";
import { startTorture } from "./start-torture";

beforeAll(() => ensureDefaultRateCard());

it("is begun by one operator at a time, says how it ended, and finds credit that the events of a payment do not give", async () => {
  const { ctx } = await testPerson();
  const payment = await bought(ctx, "110");
  const change = (credits: string) =>
    inAccount(ctx.accountId, (tx) =>
      sqlOf(tx).query("UPDATE purchases SET credits = $2::bigint WHERE account_id = $1::uuid RETURNING id", [
        ctx.accountId,
        credits,
      ]),
    );
  await change("120000000000");
  const { person } = await testPerson();
  const operator = operatorOf({ ...person, isOperator: true }, "req_test");
  const started = await Promise.allSettled([
    startTorture(operator, { seed: 5 }),
    startTorture(operator, { seed: 6 }),
  ]);
  expect(started.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const id = started.find((each) => each.status === "fulfilled")?.value ?? "";
  // While another run goes on this one waits for its turn, and is not over.
  const other = new pg.Client(requiredUrl());
  await other.connect();
  await other.query("SELECT pg_advisory_lock($1)", [LOCK]);
  await expect(runStoredTorture(id)).rejects.toMatchObject({ code: "conflict" });
  await other.query("SELECT pg_advisory_unlock($1)", [LOCK]);
  await other.end();
  expect((await listTorture(operator))[0]).toMatchObject({ id, error: "", endedAt: null });
  await runStoredTorture(id);
  await change("110000000000");
  const [run] = await listTorture(operator);
  expect(run).toMatchObject({ id, error: "", startedBy: person.email });
  expect(run?.endedAt).not.toBeNull();
  expect(run?.rounds).toHaveLength(4);
  for (const { faults } of run?.rounds ?? [])
    expect(faults).toContain(`payment ${payment} has other credit in the ledger`);
  expect(await prisma().operatorAuditEntry.count({ where: { target: `torture_run:${id}` } })).toBe(1);
  // Handed out by the queue again, it is over.
  await runStoredTorture(id);
  expect((await listTorture(operator))[0]).toEqual(run);
}, 480_000);
