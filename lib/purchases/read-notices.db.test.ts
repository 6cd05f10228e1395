import { bought, control, deliver } from "@/lib/testing/stripe";
import { beforeAll, expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { parseCredits } from "@/lib/values/money";
import { readNotices } from "./read-notices";
import { readIntent } from "./fulfil";
import { chargeOf } from "./charge-of";

beforeAll(() => ensureDefaultRateCard());

const NOTHING = { recharge: null, card: null, isDisputed: false };
const LAST_YEAR = new Date().getUTCFullYear() - 1;

it("has nothing to say where nothing is wrong", async () => {
  const { ctx } = await testPerson();
  expect(await readNotices(ctx)).toEqual(NOTHING);
});

it("says that a payment is disputed until that is decided", async () => {
  const { ctx } = await testPerson();
  const intent = await readIntent(await bought(ctx, "100"));
  await control("POST", "/disputes", { charge: chargeOf(intent).chargeId });
  await deliver();
  expect(await readNotices(ctx)).toEqual({ ...NOTHING, isDisputed: true });
});

it("says that the card which is charged by itself has expired, and that it was declined", async () => {
  const { ctx, accountId } = await testPerson();
  const [old, good] = [newId(), newId()].map((id) => `pm_${id.replaceAll("-", "")}`) as [string, string];
  await inAccount(accountId, async (tx) => {
    const card = { accountId, kind: "card", brand: "visa", last4: "4242", expMonth: 12 };
    await tx.paymentMethod.create({ data: { ...card, id: good, expYear: 2090, isDefault: true } });
    await tx.paymentMethod.create({ data: { ...card, id: old, expYear: LAST_YEAR } });
  });
  expect(await readNotices(ctx)).toEqual(NOTHING);
  await inAccount(accountId, async (tx) => {
    await tx.rechargeSettings.create({
      data: {
        accountId,
        isOn: true,
        threshold: parseCredits("50"),
        credits: parseCredits("100"),
        paymentMethodId: old,
        trouble: "declined",
      },
    });
  });
  expect(await readNotices(ctx)).toMatchObject({
    recharge: "declined",
    card: { id: old, last4: "4242", expiry: "expired" },
  });
});
