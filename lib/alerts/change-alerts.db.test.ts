import { describe, expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { post } from "@/lib/ledger/post";
import { accountWith, spend } from "@/lib/testing/accounts";
import { testMember, testPerson } from "@/lib/testing/people";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { removeAlert, resetAlerts, saveAlert } from "./change-alerts";
import { evaluateAlerts } from "./evaluate";
import { listAlerts } from "./list-alerts";
import { AlertInput } from "./schema";

const alert = (changes: object = {}) =>
  AlertInput.parse({
    unit: "credit",
    was: null,
    kind: "amount",
    value: "30",
    inBanner: false,
    byEmail: true,
    byWebhook: false,
    roles: ["owner"],
    emails: ["Finance@example.com"],
    isEnabled: true,
    ...changes,
  });
const keysOf = async (ctx: Context) => {
  const [credit] = await listAlerts(ctx);
  return { hasOwn: credit?.hasOwn, keys: credit?.alerts.map(({ key }) => key) };
};
const DEFAULTS = [20, 50, 70, 80, 90, 95, 100].map((value) => `used_percent:${value}`);
const spent = async (ctx: Context, credits: string) => {
  await post([spend(ctx, credits, newId(), null)]);
  await evaluateAlerts(ctx.accountId, "credit");
};
const mailsOf = async ({ accountId }: Context) => {
  const mails = await prisma().email.findMany({ where: { accountId }, orderBy: { recipient: "asc" } });
  return mails.map(({ recipient, subject }) => `${recipient}: ${subject}`);
};

describe("the alerts of an account", () => {
  it("are the defaults until one is changed, then its own, and the defaults again when it wants them back", async () => {
    const ctx = await accountWith("100");
    expect(await keysOf(ctx)).toEqual({ hasOwn: false, keys: DEFAULTS });
    await saveAlert(ctx, alert());
    expect(await keysOf(ctx)).toEqual({
      hasOwn: true,
      keys: [...DEFAULTS.slice(0, 3), "amount:30000000000", ...DEFAULTS.slice(3)],
    });
    await saveAlert(ctx, alert({ was: "used_percent:20", kind: "remaining_percent", value: "5" }));
    await removeAlert(ctx, { unit: "credit", key: "used_percent:50" });
    expect((await keysOf(ctx)).keys).toEqual([
      ...["used_percent:70", "amount:30000000000", "used_percent:80", "used_percent:90"],
      ...["used_percent:95", "remaining_percent:5", "used_percent:100"],
    ]);
    await resetAlerts(ctx, { unit: "credit" });
    expect(await keysOf(ctx)).toEqual({ hasOwn: false, keys: DEFAULTS });
    const log = await inAccount(ctx.accountId, (tx) =>
      tx.auditEntry.findMany({ orderBy: { createdAt: "asc" } }),
    );
    expect(log.map(({ action }) => action)).toEqual([
      "alert.saved",
      "alert.saved",
      "alert.removed",
      "alerts.reset",
    ]);
  });

  it("may have no two at one value, and at most twenty", async () => {
    const ctx = await accountWith("100");
    await expect(saveAlert(ctx, alert({ kind: "used_percent", value: "80" }))).rejects.toMatchObject({
      code: "already_exists",
    });
    for (let value = 1; value <= 13; value++) await saveAlert(ctx, alert({ value: String(value) }));
    await expect(saveAlert(ctx, alert())).rejects.toMatchObject({ code: "unprocessable" });
    await expect(removeAlert(ctx, { unit: "credit", key: "amount:7" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("are set by owners, admins and billing members only", async () => {
    const { accountId } = await accountWith("100");
    for (const [index, role] of (["owner", "admin", "billing"] as const).entries())
      await saveAlert((await testMember(accountId, role)).ctx, alert({ value: String(index + 1) }));
    const { ctx } = await testMember(accountId, "member");
    await expect(saveAlert(ctx, alert())).rejects.toMatchObject({ code: "forbidden" });
    await expect(resetAlerts(ctx, { unit: "credit" })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("write to whom they name, one mail each about the worst that concerns them", async () => {
    const ctx = await accountWith("100");
    const { person } = await testMember(ctx.accountId, "owner");
    const { person: member } = await testMember(ctx.accountId, "member");
    await evaluateAlerts(ctx.accountId, "credit");
    await saveAlert(ctx, alert({ roles: ["member"] }));
    await spent(ctx, "75");
    expect(await mailsOf(ctx)).toEqual(
      [
        `finance@example.com: Your credits are down to 30 ECU (Test)`,
        `${person.email}: 70 % of your credits are used (Test)`,
        `${member.email}: Your credits are down to 30 ECU (Test)`,
      ].sort(),
    );
  });

  it("do not write about what was reached when they were set, nor while they are off", async () => {
    const ctx = await accountWith("100");
    await spent(ctx, "85");
    await saveAlert(ctx, alert({ value: "20" }));
    await saveAlert(ctx, alert({ value: "10", isEnabled: false }));
    await spent(ctx, "6");
    expect(await mailsOf(ctx)).toEqual([]);
    await saveAlert(ctx, alert({ value: "8" }));
    await spent(ctx, "1");
    expect(await mailsOf(ctx)).toEqual(["finance@example.com: Your credits are down to 8 ECU (Test)"]);
  });
});

it("goes to addresses that are no member's when one's own is proven, and to members before", async () => {
  const { ctx, person } = await testPerson({ proven: false });
  await expect(saveAlert(ctx, alert())).rejects.toMatchObject({ code: "forbidden" });
  await saveAlert(ctx, alert({ emails: [person.email] }));
  await prisma().user.update({ where: { id: person.userId }, data: { emailVerifiedAt: new Date() } });
  await saveAlert(ctx, alert({ value: "20" }));
  const [credit] = await listAlerts(ctx);
  expect(credit?.alerts.flatMap(({ emails }) => emails).toSorted()).toEqual(
    [person.email, "finance@example.com"].toSorted(),
  );
});

it.each([
  [{ value: "0" }, "value"],
  [{ value: "1e3" }, "value"],
  [{ kind: "used_percent", value: "101" }, "value"],
  [{ kind: "used_percent", value: "12.5" }, "value"],
  [{ kind: "remaining_percent", value: "100" }, "value"],
  [{ unit: "tool_run", value: "1.5" }, "value"],
  [{ byEmail: false }, "channels"],
  [{ roles: [], emails: [] }, "roles"],
  [{ emails: ["nobody"] }, "emails"],
  [{ emails: Array.from({ length: 6 }, (_, index) => `a${index}@example.com`) }, "emails"],
])("an alert of %j is refused by the name of its field, %s", (changes, field) => {
  expect(() => alert(changes)).toThrow(expect.objectContaining({ name: "ZodError" }) as Error);
  try {
    alert(changes);
  } catch (error) {
    expect(JSON.stringify(error)).toContain(field);
  }
});
