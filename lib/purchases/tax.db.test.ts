import { vi } from "vitest";

vi.hoisted(() => (process.env.ECU_TAX = "true"));

import { atStripe, begin, deliver, pay, rowsOf } from "@/lib/testing/stripe";
import { beforeAll, expect, it } from "vitest";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { balanceOf, testAccount } from "@/lib/testing/accounts";
import { listCreditNotes, receiptsOf } from "./list-papers";
import { listPurchases } from "./list-purchases";
import { readOffers } from "./offers";
import { readPaper } from "./read-paper";
import { readPayment } from "./read-payment";
import { reconcileStripe } from "./reconcile/reconcile-stripe";

beforeAll(() => ensureDefaultRateCard());

it("tax is charged and is no credit; what goes back of the whole withdraws its share of the credit", async () => {
  const ctx = await testAccount();
  expect(await readOffers(ctx)).toMatchObject({ taxed: true });
  await pay(await begin(ctx, "100"), { country: "DE" });
  await deliver();
  expect(await rowsOf(ctx)).toEqual(["topup 100"]);
  const [purchase] = await listPurchases(ctx);
  const payment = await readPayment(ctx, purchase?.transaction_id ?? "");
  expect(payment).toMatchObject({ net_cents: 1_000 });
  expect(payment?.tax_cents).toBeGreaterThan(0);
  expect(payment?.charged_cents).toBe(1_000 + (payment?.tax_cents ?? 0));
  await atStripe.refunds.create({ payment_intent: payment?.id ?? "" });
  await deliver();
  expect((await balanceOf(ctx)).balance).toBe(0n);
  expect(await reconcileStripe()).toMatchObject({ differences: [] });
});

it("each credit note has its share of the tax, and all of them exactly all of it", async () => {
  const ctx = await testAccount();
  await pay(await begin(ctx, "100"), { country: "DE" });
  await deliver();
  const [purchase] = await listPurchases(ctx);
  const receipt = purchase?.transaction_id ?? "";
  const { payment } = await readPaper(ctx, receipt);
  for (const amount of [333, 333, 524]) {
    await atStripe.refunds.create({ payment_intent: payment?.id ?? "", amount });
    await deliver();
  }
  const { refunds } = await readPaper(ctx, receipt);
  expect([payment?.tax_cents, ...refunds.map(({ taxCents }) => taxCents)]).toEqual([190, 53, 53, 84]);
  expect((await receiptsOf(ctx, [receipt])).get(receipt)).toMatchObject({
    ...{ paid: "11.90", tax: "1.90", net: "10.00" },
  });
  // Also where the list ends before the payment's first note.
  expect(await listCreditNotes(ctx, { limit: 2 })).toMatchObject([
    { paid_back: "5.24", tax: "0.84", net: "4.40" },
    { paid_back: "3.33", tax: "0.53", net: "2.80" },
  ]);
});
