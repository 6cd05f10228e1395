import { beforeAll, expect, it } from "vitest";
import { createBudget } from "@/lib/budgets/create-budget";
import { changeBudget } from "@/lib/budgets/change-budget";
import { NewBudget } from "@/lib/budgets/schema";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { grantPosting } from "@/lib/ledger/grant-credit";
import { post } from "@/lib/ledger/post";
import { expireDueGrants } from "@/lib/ledger/sweep";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { recordUsage } from "@/lib/metering/record";
import { grant, spend, testAccount } from "@/lib/testing/accounts";
import { announcedTo, listen } from "@/lib/testing/announced";
import { testMember } from "@/lib/testing/people";
import { type Context, PERMISSIONS } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { sweepBudgets } from "./budgets/sweep-budgets";
import { dismissBanner } from "./dismiss-banner";
import { readAlertNotices } from "./read-banners";

beforeAll(() => ensureDefaultRateCard());

/** Two people of a new account that has 100 credits. */
async function two(): Promise<[Context, Context]> {
  const { accountId } = await testAccount();
  const [one, other] = [await testMember(accountId, "owner"), await testMember(accountId, "member")];
  await grant(one.ctx, "100");
  return [one.ctx, other.ctx];
}

const titlesOf = async (ctx: Context) => (await readAlertNotices(ctx)).banners.map(({ title }) => title);
const use = (ctx: Context, credits: string) => post([spend(ctx, credits, newId(), null)]);
const putAway = async (ctx: Context) => {
  const [banner] = (await readAlertNotices(ctx)).banners;
  if (banner) await dismissBanner(ctx, banner);
};

it("the highest threshold stands above the page, until a person puts it away, it is worse, or credit is added", async () => {
  const [ada, ben] = await two();
  expect(await titlesOf(ada)).toEqual([]);
  await use(ada, "20");
  expect(await titlesOf(ada)).toEqual(["20 % of your credits are used."]);
  await use(ada, "40");
  await putAway(ada);
  expect([await titlesOf(ada), await titlesOf(ben)]).toEqual([[], ["50 % of your credits are used."]]);
  await use(ada, "5");
  expect(await titlesOf(ada)).toEqual([]);
  await use(ada, "15");
  expect(await titlesOf(ada)).toEqual(["80 % of your credits are used."]);
  await putAway(ada);
  await grant(ada, "80");
  expect(await titlesOf(ada)).toEqual([]);
  await use(ada, "20");
  expect(await titlesOf(ada)).toEqual(["20 % of your credits are used."]);
});

it("with nothing left the notice of the balance stands alone, and says so when free credit has expired", async () => {
  const [ada] = await two();
  await use(ada, "100");
  expect(await readAlertNotices(ada)).toMatchObject({ banners: [], expired: null });
  const [, eve] = await two();
  await grant(eve, "5", new Date(Date.now() + 300));
  await expect
    .poll(
      async () => {
        // The sweeper or the next posting closes what is over.
        await use(eve, "0.000000001");
        return (await readAlertNotices(eve)).expired;
      },
      { timeout: 5_000 },
    )
    .not.toBeNull();
});

it("tool runs that ended by their time are not told as used", async () => {
  const [ada] = await two();
  const give = (amount: bigint, expiresAt: Date | null) =>
    post([
      grantPosting({
        ...{ accountId: ada.accountId, unit: "tool_run", type: "bonus", source: "system" },
        ...{ amount: nano(amount), expiresAt, description: "Runs", idempotencyKey: newId() },
      }),
    ]);
  await give(10n, new Date(Date.now() + 300));
  await expect
    .poll(
      async () => {
        await expireDueGrants();
        return titlesOf(ada);
      },
      { timeout: 5_000 },
    )
    .toEqual(["Your free tool runs have expired: 10 were left."]);
  await give(5n, null);
  expect(await titlesOf(ada)).toEqual([]);
});

it("a budget is told at 80 % and when it is used up, once each however often the worker looks", async () => {
  const [ada] = await two();
  const ctx = { ...ada, permissions: new Set(PERMISSIONS) };
  const charged = async () => {
    const [result] = await recordUsage(ctx, [{ id: newId(), model: "gpt-4o", cost_usd: "0.6" }]);
    return parseCredits(result?.charge ?? "");
  };
  const look = async () => {
    await Promise.all([sweepBudgets(), sweepBudgets(), sweepBudgets()]);
    const mails = await prisma().email.findMany({
      where: { accountId: ctx.accountId },
      orderBy: { createdAt: "asc" },
    });
    return mails.map(({ subject }) => subject);
  };
  const limit = formatCredits(nano(((await charged()) * 24n) / 10n));
  await createBudget(
    ctx,
    NewBudget.parse({ name: "Rent", scope: "account", period: "monthly", mode: "warn", limit }),
  );
  await listen(ctx, ["budget.threshold_crossed"]);
  expect(await look()).toEqual([]);
  await charged();
  expect(await look()).toEqual(["80 % of the budget “Rent” is used (Test)"]);
  const crossed = (percent: number) => ({
    type: "budget.threshold_crossed",
    data: { name: "Rent", percent, limit, mode: "warn", period_from: `${utcDay(new Date()).slice(0, 8)}01` },
  });
  expect(await announcedTo(ctx)).toMatchObject([crossed(80)]);
  expect(await look()).toHaveLength(1);
  expect(await titlesOf(ada)).toContain("80 % of the budget “Rent” is used.");
  const warning = (await readAlertNotices(ada)).banners.find(({ topic }) => topic.startsWith("budget:"));
  if (warning) await dismissBanner(ada, warning);
  expect(await titlesOf(ada)).not.toContain("80 % of the budget “Rent” is used.");
  await charged();
  expect(await look()).toEqual([
    "80 % of the budget “Rent” is used (Test)",
    "The budget “Rent” is used up (Test)",
  ]);
  expect(await titlesOf(ada)).toContain("The budget “Rent” is used up.");
  expect(await announcedTo(ctx)).toMatchObject([crossed(80), crossed(100)]);
});

it("a budget whose limit is lowered is told without anything being spent, and a raised one is not told any more", async () => {
  const [ada] = await two();
  const ctx = { ...ada, permissions: new Set(PERMISSIONS) };
  const [used] = await recordUsage(ctx, [{ id: newId(), model: "gpt-4o", cost_usd: "0.6" }]);
  const asked = { name: "Rent", scope: "account", period: "monthly", mode: "warn", limit: "80" };
  const { id } = await createBudget(ctx, NewBudget.parse(asked));
  await sweepBudgets();
  // As if all of that had been an hour ago, and looked at since.
  const { accountId } = ctx;
  const soon = new Date(Date.now() + 3_600_000);
  const seen = () =>
    inAccount(accountId, (tx) =>
      tx.alertState.updateMany({ where: { accountId }, data: { budgetsSeenAt: soon } }),
    );
  const changed = async (limit: string) => {
    await seen();
    await changeBudget(ctx, id, { limit });
    const { changedAt } = await inAccount(accountId, (tx) =>
      tx.budget.findUniqueOrThrow({ where: { accountId_id: { accountId, id } } }),
    );
    expect(changedAt?.getTime()).toBeGreaterThan(soon.getTime() - 3_660_000);
    await sweepBudgets();
    expect(await titlesOf(ada)).toEqual([]);
    await inAccount(accountId, (tx) =>
      tx.budget.updateMany({ where: { accountId }, data: { changedAt: soon } }),
    );
    await sweepBudgets(soon);
    return titlesOf(ada);
  };
  expect(await changed(used?.charge ?? "")).toEqual(["The budget “Rent” is used up."]);
  expect(await changed("90")).toEqual([]);
});
