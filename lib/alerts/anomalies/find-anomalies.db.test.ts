import { expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { accountSince, postAt } from "@/lib/testing/accounts";
import { testMember } from "@/lib/testing/people";
import type { Context } from "@/lib/values/context";
import { DAY_MS } from "@/lib/values/time";
import { createEndpoint } from "@/lib/webhooks/create-endpoint";
import { dismissBanner } from "../dismiss-banner";
import { readAlertNotices } from "../read-banners";
import { findAnomalies } from "./find-anomalies";
import { saveAnomalySettings } from "./settings";
import { sweepAnomalies } from "./sweep-anomalies";

const NOW = new Date("2026-11-21T15:00:00Z");
const ago = (days: number) => new Date(NOW.getTime() - days * DAY_MS).toISOString();

/** An account that spends ten a day, and today as much as is said. */
async function spends(today: string): Promise<Context> {
  const ctx = await accountSince(ago(60));
  await testMember(ctx.accountId, "owner");
  await postAt(ctx, ago(59), "topup", "5000");
  for (let day = 50; day > 0; day -= 1) await postAt(ctx, ago(day), "spend", "-10");
  await postAt(ctx, ago(0), "spend", `-${today}`);
  return ctx;
}

const seen = async ({ accountId }: Context) => {
  const mails = await prisma().email.findMany({ where: { accountId, template: "anomaly" } });
  const rows = await inAccount(accountId, (tx) => tx.anomaly.findMany({ where: { accountId } }));
  const events = await inAccount(accountId, (tx) =>
    tx.webhookEvent.findMany({ where: { accountId, type: "anomaly.detected" } }),
  );
  return { mails, rows, events };
};

it("tells a day far above its weekday's range once, by banner, mail and webhook, whoever looks and however often", async () => {
  const ctx = await spends("210");
  await createEndpoint(ctx, { url: "https://example.com/hooks", description: "", types: [] });
  await Promise.all(Array.from({ length: 5 }, () => findAnomalies(ctx.accountId, NOW)));
  await postAt(ctx, new Date(NOW.getTime() + 60_000).toISOString(), "spend", "-100");
  await sweepAnomalies(new Date(NOW.getTime() + 120_000));
  const { mails, rows, events } = await seen(ctx);
  expect(rows).toMatchObject([{ spent: 210_000_000_000n, usualTo: 20_000_000_000n, mails: 1 }]);
  expect(mails.map(({ subject }) => subject)).toEqual([
    "Spending on Saturday, 21 Nov is unusually high (Test)",
  ]);
  expect(mails[0]?.plain).toContain("/consumption?from=2026-11-21&to=2026-11-21");
  expect(events).toMatchObject([{ data: { day: "2026-11-21", spent: "210", usual_to: "20" } }]);
});

it("stands above every page on that day and the next, until somebody has put it away", async () => {
  const ctx = await spends("90");
  const { ctx: owner } = await testMember(ctx.accountId, "owner");
  await findAnomalies(ctx.accountId, NOW);
  const topics = async (at: Date) => (await readAlertNotices(owner, at)).banners.map(({ topic }) => topic);
  expect(await topics(NOW)).toContain("anomaly");
  expect(await topics(new Date(NOW.getTime() + DAY_MS))).toContain("anomaly");
  expect(await topics(new Date(NOW.getTime() + 2 * DAY_MS))).not.toContain("anomaly");
  await dismissBanner(owner, { topic: "anomaly", series: "2026-11-21", rank: "0" });
  expect(await topics(NOW)).not.toContain("anomaly");
});

it("says nothing of a usual day, of a young account, or where nobody wants to know", async () => {
  const usual = await spends("19");
  await findAnomalies(usual.accountId, NOW);
  expect(await seen(usual)).toEqual({ mails: [], rows: [], events: [] });
  const young = await accountSince(ago(9));
  await postAt(young, ago(8), "topup", "5000");
  for (let day = 7; day >= 0; day -= 1) await postAt(young, ago(day), "spend", day === 0 ? "-900" : "-1");
  await findAnomalies(young.accountId, NOW);
  expect((await seen(young)).rows).toEqual([]);
  const off = await spends("500");
  const { ctx: owner } = await testMember(off.accountId, "owner");
  await saveAnomalySettings(owner, { inBanner: false, byEmail: false, byWebhook: false });
  await findAnomalies(off.accountId, NOW);
  expect((await seen(off)).rows).toEqual([]);
});

it("is told without a mail where only the banner is wanted", async () => {
  const ctx = await spends("500");
  const { ctx: owner } = await testMember(ctx.accountId, "owner");
  await saveAnomalySettings(owner, { inBanner: true, byEmail: false, byWebhook: false });
  await findAnomalies(ctx.accountId, NOW);
  const { mails, rows } = await seen(ctx);
  expect(mails).toEqual([]);
  expect(rows).toHaveLength(1);
});
