import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { prisma } from "@/lib/db/client";
import { sqlOf } from "@/lib/db/transaction";
import { testPerson } from "@/lib/testing/people";
import { testAccount } from "@/lib/testing/accounts";
import { giveOwnCard, rateEntry } from "@/lib/testing/rate-cards";
import { parseCredits } from "@/lib/values/money";
import { parseUsd } from "@/lib/values/usd";
import { ensureDefaultRateCard } from "./import-rates";
import { forgetRateCards, knownCards, tariffsOf } from "./rate-cards";
import { exportRates } from "./export-rates";
import { listPricePeriods, readRateCard } from "./read-rate-card";
import { writeRateCard } from "./write-rate-card";

beforeAll(() => ensureDefaultRateCard());
afterEach(() => vi.useRealTimers());

it("knows every card while another request publishes one, and afterwards", async () => {
  const [{ accountId: customer }, { accountId: other }] = [await testPerson(), await testPerson()];
  const before = await knownCards();
  const own = {
    accountId: customer,
    priceList: null,
    creditValue: parseUsd("0.1"),
    validFrom: null,
    note: "",
  };
  const entries = [rateEntry({ markupPpm: 1_000_000n })];
  const version = await writeRateCard(sqlOf(prisma()), { ...own, entries, createdBy: "test" });
  // A second later it is asked whether there is a newer card; and then what is known is forgotten, before the answer has come.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5_000 });
  const asked = knownCards();
  forgetRateCards();
  expect((await asked).map((card) => card.version)).toEqual([...before.map((card) => card.version), version]);
  expect(await knownCards()).toEqual(await asked);
  const now = new Date();
  expect((await tariffsOf(other, [now]))(now)).toHaveLength(1);
});

it("shows an account the prices of any earlier moment, its own included, and nobody else's", async () => {
  const [ctx, other] = [await testAccount(), await testAccount()];
  const run = (price: string) => [
    rateEntry({ feature: "judge_run", meter: "run", price: parseCredits(price) }),
  ];
  const began = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000);
  const [first, second] = [began(20), began(10)];
  const [spring, summer] = [
    await giveOwnCard(ctx.accountId, run("0.5"), first),
    await giveOwnCard(ctx.accountId, run("0.25"), second),
  ];
  await giveOwnCard(other.accountId, run("9"), began(5));
  await giveOwnCard(ctx.accountId, run("7"), began(-5));
  const runAt = async (at?: Date) => {
    const card = await readRateCard(ctx, { at });
    const rates = card.rates.filter(({ feature, override }) => feature === "judge_run" && override);
    return [card.override_version, rates.map(({ price }) => price), card.applies_from, card.applies_until];
  };
  const [then, later] = [first.toISOString(), second.toISOString()];
  expect(await runAt(began(15))).toEqual([spring, ["0.5"], then, later]);
  expect(await runAt(first)).toEqual([spring, ["0.5"], then, later]);
  expect((await runAt(second)).slice(0, 2)).toEqual([summer, ["0.25"]]);
  expect((await runAt()).slice(0, 2)).toEqual([summer, ["0.25"]]);
  // What is still to come counts as now.
  expect(await runAt(began(-30))).toEqual(await runAt());
  expect((await runAt(began(100)))[0]).toBeNull();
  expect(await exportRates(ctx, began(15))).toContain("0.5");
  const periods = await listPricePeriods(ctx);
  expect(periods.at(0)).toMatchObject({ override_version: summer, until: null });
  expect(periods.at(-1)).toMatchObject({ override_version: spring, from: then, until: later });
});
