import { vi } from "vitest";

vi.hoisted(() => (process.env.ECU_TAX = "true"));

import { atStripe, begin, control, deliver, pay } from "@/lib/testing/stripe";
import { beforeAll, expect, it } from "vitest";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { listPurchases } from "@/lib/purchases/list-purchases";
import { readPaper } from "@/lib/purchases/read-paper";
import { readPayment } from "@/lib/purchases/read-payment";
import { testAccount } from "@/lib/testing/accounts";
import { utcDay } from "@/lib/values/time";
import { readRegister } from "../register/read-register";
import { readCash } from "./read-cash";

const thisMonth = () => utcDay(new Date()).slice(0, 7);

beforeAll(() => ensureDefaultRateCard());

it("has in clearing what was charged and paid back with its tax, and the tax by itself", async () => {
  const ctx = await testAccount();
  await pay(await begin(ctx, "100"), { country: "DE" });
  await deliver();
  const [purchase] = await listPurchases(ctx);
  const payment = await readPayment(ctx, purchase?.transaction_id ?? "");
  const [net, tax] = [BigInt(payment?.net_cents ?? 0), BigInt(payment?.tax_cents ?? 0)];
  expect(tax).toBeGreaterThan(0n);
  await atStripe.refunds.create({ payment_intent: payment?.id ?? "", amount: 333 });
  await deliver();
  const { sold, refunded } = await readCash(thisMonth());
  expect(sold).toEqual({ net, tax });
  expect(refunded.net + refunded.tax).toBe(-333n);
  // The tax goes back with its share of the price.
  expect(refunded.tax).toBeLessThan(0n);
  expect(refunded.net * tax).toBeLessThanOrEqual((refunded.tax + 1n) * net);
  expect(refunded.net * tax).toBeGreaterThanOrEqual((refunded.tax - 1n) * net);
});

it("takes back as much tax as stands on the credit notes, and the register has all of it by its number", async () => {
  const before = await readCash(thisMonth());
  const ctx = await testAccount();
  await pay(await begin(ctx, "100"), { country: "DE" });
  await deliver();
  const [purchase] = await listPurchases(ctx);
  const receipt = purchase?.transaction_id ?? "";
  const id = (await readPayment(ctx, receipt))?.id ?? "";
  for (const amount of [333, 1, 58, 2, 107]) {
    await atStripe.refunds.create({ payment_intent: id, amount });
    await deliver();
  }
  const { refunds } = await readPaper(ctx, receipt);
  const noted = refunds.reduce((sum, { taxCents }) => sum + taxCents, 0);
  expect(noted).toBeGreaterThan(0);
  const cash = await readCash(thisMonth());
  expect(cash.refunded.tax - before.refunded.tax).toBe(BigInt(-noted));

  const { id: failed } = await atStripe.refunds.create({ payment_intent: id, amount: 90 });
  await deliver();
  await control("POST", `/refunds/${failed}/fail`, {});
  await deliver();
  const lines = (await readRegister(thisMonth())).filter(({ accountId }) => accountId === ctx.accountId);
  expect(lines.map(({ paper }) => paper)).toEqual([
    "receipt",
    ...Array.from({ length: 6 }, () => "credit_note"),
    "cancellation",
  ]);
  const numbers = lines.slice(1, 7).map(({ number }) => Number(number.replace("CN-", "")));
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
  expect(lines.at(-1)).toMatchObject({ number: lines.at(-2)?.number, receipt: lines[0]?.number });
  const sum = (name: "gross" | "tax" | "net") => lines.reduce((total, line) => total + line[name], 0n);
  const moved = (name: "net" | "tax") =>
    cash.sold[name] - before.sold[name] + cash.refunded[name] - before.refunded[name];
  expect([sum("net"), sum("tax")]).toEqual([moved("net"), moved("tax")]);
  expect(sum("gross")).toBe(sum("net") + sum("tax"));
});
