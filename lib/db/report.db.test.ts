import { expect, it } from "vitest";
import { testAccount } from "@/lib/testing/accounts";
import { testPerson } from "@/lib/testing/people";
import { findSession } from "@/lib/accounts/find-session";
import { reporters } from "./client";
import { report } from "./report";

/** Readers that hold on to their connection until they are let go. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let running = 0;
  let most = 0;
  const read = (accountId: string) =>
    report(accountId, async (sql) => {
      running += 1;
      most = Math.max(most, running);
      await sql.query("SELECT 1");
      await opened;
      running -= 1;
      return accountId;
    });
  return { open, read, most: () => most, running: () => running };
}

it("reads two reports of an account at once, has others wait, and holds up neither other accounts nor who signs in", async () => {
  const { person, accountId } = await testPerson();
  const { accountId: other } = await testAccount();
  const { open, read, running, most } = gate();
  const ours = Array.from({ length: 12 }, () => read(accountId));
  const theirs = read(other);
  await expect.poll(running).toBe(3);
  expect(reporters().totalCount).toBe(3);
  expect(await findSession(person.sessionId, 1)).toMatchObject({ userId: person.userId });
  open();
  expect(await Promise.all(ours)).toHaveLength(12);
  expect(await theirs).toBe(other);
  expect(most()).toBe(3);
});

it("refuses one more than a hundred that wait", async () => {
  const { accountId } = await testAccount();
  const { open, read } = gate();
  const all = Array.from({ length: 102 }, () => read(accountId));
  await expect(read(accountId)).rejects.toMatchObject({ code: "rate_limited" });
  open();
  await Promise.all(all);
  await read(accountId);
});

it("ends what takes too long, says so, and goes on with the next", async () => {
  const { accountId } = await testAccount();
  const slow = report(accountId, (sql) => sql.query("SELECT pg_sleep(60)"), 100);
  await expect(slow).rejects.toMatchObject({ code: "unprocessable" });
  const failing = report(accountId, (sql) => sql.query("SELECT nothing"));
  await expect(failing).rejects.toMatchObject({ code: "42703" });
  expect(await report(accountId, (sql) => sql.query("SELECT 1 AS one"))).toEqual([{ one: 1 }]);
  const [{ limit } = { limit: "" }] = await report(accountId, (sql) =>
    sql.query<{ limit: string }>("SELECT current_setting('statement_timeout') AS limit"),
  );
  expect(limit).toBe("30s");
});
