import { execFile } from "node:child_process";
import pg from "pg";
import { expect, it } from "vitest";
import { listTransactions } from "@/lib/ledger/list";
import { post } from "@/lib/ledger/post";
import { accountWith, spend } from "@/lib/testing/accounts";

/** Runs the command as an operator does, for one account. */
function verify(account: string): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const command = execFile(
      process.execPath,
      ["lib/cli/bin.mjs", "verify-ledger", "--account", account, "--json"],
      { env: { ...process.env, NODE_ENV: "test" } },
      (_error, out, err) => resolve({ code: command.exitCode ?? -1, out: out || err }),
    );
  });
}

it("ends with 0 for sound books, and with 1 naming the row that somebody changed behind their back", async () => {
  const ctx = await accountWith("100");
  await post([spend(ctx, "1"), spend(ctx, "2")]);
  const sound = await verify(ctx.accountId);
  expect([sound.code, JSON.parse(sound.out)]).toMatchObject([0, { ok: true, rows: 3, faults: [] }]);

  const [, row] = (await listTransactions(ctx, {})).rows;
  const superuser = new pg.Client(process.env.TEST_OWNER_URL);
  await superuser.connect();
  const write = (description: string) =>
    superuser
      .query("BEGIN; SET LOCAL session_replication_role = replica")
      .then(() =>
        superuser.query(
          "UPDATE transactions SET description = $2 WHERE account_id = $1 AND unit = 'credit' AND seq = 2",
          [ctx.accountId, description],
        ),
      )
      .then(() => superuser.query("COMMIT"));
  try {
    await write("something else");
    const { code, out } = await verify(ctx.accountId);
    expect([code, JSON.parse(out)]).toMatchObject([1, { ok: false, faults: [{ transaction_id: row?.id }] }]);
  } finally {
    await write(row?.description ?? "");
    await superuser.end();
  }
  expect((await verify(ctx.accountId)).code).toBe(0);
}, 60_000);
