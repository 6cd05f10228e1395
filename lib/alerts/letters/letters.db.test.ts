import { expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { testAccount } from "@/lib/testing/accounts";
import { testMember } from "@/lib/testing/people";
import type { Context } from "@/lib/values/context";
import { DAY_MS } from "@/lib/values/time";
import { choosePace, readPace } from "./choose-pace";
import { queueLetters } from "./queue-letters";
import { sendDigests } from "./send-digests";

// A Tuesday.
const NOW = new Date("2026-11-17T12:00:00Z");
const MONDAY = new Date("2026-11-23T08:03:00Z");
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);

const mailOf = (key: string) => ({ template: "alert", subject: key, html: "<p>x</p>", plain: "x" });
const tell = ({ accountId }: Context, key: string, recipients: string[], at = NOW) =>
  inAccount(accountId, (tx) =>
    queueLetters(tx, accountId, { key, line: `It is ${key}.`, mail: mailOf(key), recipients }, at),
  );
const mailsTo = async (recipient: string) => {
  const mails = await prisma().email.findMany({ where: { recipient }, orderBy: { createdAt: "asc" } });
  return mails.map(({ template, subject, plain }) => ({ template, subject, plain }));
};

it("five come at once within a week, and the others on Monday in one mail that names each", async () => {
  const account = await testAccount();
  const { person } = await testMember(account.accountId, "owner");
  for (let hour = 0; hour < 9; hour += 1) await tell(account, `alert ${hour}`, [person.email], later(hour));
  await tell(account, "alert 3", [person.email], later(20));
  expect((await mailsTo(person.email)).map(({ subject }) => subject)).toEqual(
    [0, 1, 2, 3, 4].map((hour) => `alert ${hour}`),
  );
  await sendDigests(later(30));
  expect(await mailsTo(person.email)).toHaveLength(5);
  await Promise.all(
    [sendDigests(MONDAY), sendDigests(MONDAY), sendDigests(MONDAY)].map((one) => one.catch(() => null)),
  );
  await sendDigests(new Date(MONDAY.getTime() + 3_600_000));
  const mails = await mailsTo(person.email);
  expect(mails).toHaveLength(6);
  expect(mails[5]).toMatchObject({ template: "alert-digest", subject: "4 alerts of last week (Test)" });
  for (const hour of [5, 6, 7, 8]) expect(mails[5]?.plain).toContain(`It is alert ${hour}.`);
  // A week after the first they come at once again.
  await tell(account, "alert 99", [person.email], new Date(NOW.getTime() + 7 * DAY_MS + 1));
  expect((await mailsTo(person.email)).at(-1)?.subject).toBe("alert 99");
});

it("each member has a pace of their own, and an address without one has the usual", async () => {
  const account = await testAccount();
  const { person: all, ctx: asAll } = await testMember(account.accountId, "owner");
  const { person: weekly, ctx: asWeekly } = await testMember(account.accountId, "billing");
  await choosePace(asAll, { pace: "all" });
  await choosePace(asWeekly, { pace: "weekly" });
  expect(await readPace(asAll)).toBe("all");
  const finance = `finance-${account.accountId}@example.com`;
  for (let hour = 0; hour < 7; hour += 1)
    await tell(account, `alert ${hour}`, [all.email, weekly.email, finance], later(hour));
  expect(await mailsTo(all.email)).toHaveLength(7);
  expect(await mailsTo(weekly.email)).toHaveLength(0);
  expect(await mailsTo(finance)).toHaveLength(5);
  await sendDigests(MONDAY);
  expect((await mailsTo(weekly.email)).map(({ subject }) => subject)).toEqual([
    "7 alerts of last week (Test)",
  ]);
  // No alert names that address any more.
  expect(await mailsTo(finance)).toHaveLength(5);
});

it("many who tell at once never come to more than five", async () => {
  const account = await testAccount();
  const { person } = await testMember(account.accountId, "owner");
  await Promise.all(
    Array.from({ length: 12 }, (_, index) => tell(account, `alert ${index}`, [person.email])),
  );
  expect(await mailsTo(person.email)).toHaveLength(5);
});
