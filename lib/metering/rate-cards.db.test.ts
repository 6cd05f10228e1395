import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { prisma } from "@/lib/db/client";
import { sqlOf } from "@/lib/db/transaction";
import { testPerson } from "@/lib/testing/people";
import { rateEntry } from "@/lib/testing/rate-cards";
import { parseUsd } from "@/lib/values/usd";
import { ensureDefaultRateCard } from "./import-rates";
import { forgetRateCards, knownCards, tariffsOf } from "./rate-cards";
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
