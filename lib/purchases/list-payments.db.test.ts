import { atStripe, begin, bought, control, deliver } from "@/lib/testing/stripe";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { inAccount } from "@/lib/db/transaction";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { exportPayments } from "./export-payments";
import { listPayments } from "./list-payments";
import { readPaymentById } from "./read-payment";
import type { PaymentsView } from "./rules/payment-views";

beforeAll(() => ensureDefaultRateCard());

const statesOf = async (ctx: Context, view?: PaymentsView) =>
  (await listPayments(ctx, { view })).rows.map(({ state, charged, refunded, disputed }) =>
    [state, charged, refunded, disputed].join(" "),
  );

describe("the payments of an account", () => {
  it("are what was paid and what was only begun, newest first, with what went back of each", async () => {
    const ctx = await testAccount();
    const first = await bought(ctx, "100");
    const second = await bought(ctx, "200");
    const third = await bought(ctx, "300");
    await begin(ctx, "400");
    await atStripe.refunds.create({ payment_intent: first });
    await atStripe.refunds.create({ payment_intent: second, amount: 500 });
    await deliver();
    const { rows } = await listPayments(ctx);
    const times = rows.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().toReversed());
    // Stripe's times are whole seconds: those of one second come in any order.
    expect((await statesOf(ctx)).toSorted()).toEqual([
      "open 40.00 0.00 0.00",
      "paid 30.00 0.00 0.00",
      "part_refunded 20.00 5.00 0.00",
      "refunded 10.00 10.00 0.00",
    ]);
    expect((await statesOf(ctx, "given_back")).toSorted()).toEqual([
      "part_refunded 20.00 5.00 0.00",
      "refunded 10.00 10.00 0.00",
    ]);
    expect(await statesOf(ctx, "not_paid")).toEqual(["open 40.00 0.00 0.00"]);
    const paid = rows.find(({ id }) => id === third);
    expect(paid).toMatchObject({ kind: "topup", credits: "300", currency: "usd" });
    expect(paid?.transaction_id).toMatch(/^txn_/);
    expect(paid?.receipt_url).toContain("/receipts/");
    expect(paid?.receipt_number).toMatch(/^R-\d{6}$/);
    expect(paid).toMatchObject({ charged: "30.00", tax: "0.00" });
    expect(rows[0]).toMatchObject({
      ...{ transaction_id: null, receipt_url: null },
      ...{ receipt_number: null, tax: null },
    });
  });

  it("say that a dispute is open, and when it was lost", async () => {
    const ctx = await testAccount();
    const intent = await bought(ctx, "100");
    const { latest_charge: charge } = await atStripe.paymentIntents.retrieve(intent);
    const dispute = await control("POST", "/disputes", { charge, inquiry: false });
    await deliver();
    expect(await statesOf(ctx)).toEqual(["disputed 10.00 0.00 10.00"]);
    await control("POST", `/disputes/${z.object({ id: z.string() }).parse(dispute).id}/lose`, {});
    await deliver();
    expect(await statesOf(ctx, "given_back")).toEqual(["dispute_lost 10.00 0.00 10.00"]);
  });

  it("have their page at Stripe, by the id that Stripe gave", async () => {
    const ctx = await testAccount();
    const intent = await bought(ctx, "100");
    const { stripe_url: url } = await readPaymentById(ctx, intent);
    expect(url).toMatch(new RegExp(`/payments/${intent}$`));
    // The stand-in has it under Stripe's own path.
    expect(await (await fetch(url ?? "")).text()).toContain(intent);
    const other = await testAccount();
    await expect(readPaymentById(other, intent)).rejects.toMatchObject({ code: "not_found" });
    expect((await listPayments(other)).rows).toEqual([]);
  });

  it("are read page by page, each once, also those of one moment, and their file has the same", async () => {
    const ctx = await testAccount();
    const { accountId } = ctx;
    const at = new Date("2026-03-01T12:00:00Z");
    await inAccount(accountId, (tx) =>
      tx.purchase.createMany({
        data: Array.from({ length: 25 }, (_, index) => ({
          accountId,
          id: newId(),
          requestKey: newId(),
          credits: 10_000_000_000n,
          amountCents: 100n,
          unitPricePicoUsd: 100_000_000_000n,
          status: "expired" as const,
          createdAt: new Date(at.getTime() + Math.floor(index / 10)),
          endedAt: at,
        })),
      }),
    );
    const ids: string[] = [];
    let before: string | undefined;
    do {
      const page = await listPayments(ctx, { before, limit: 7 });
      expect(page.rows.length).toBeLessThanOrEqual(7);
      ids.push(...page.rows.map(({ id }) => id));
      before = page.next ?? undefined;
    } while (before !== undefined);
    expect(new Set(ids).size).toBe(25);
    const all = await listPayments(ctx);
    expect(all.rows.map(({ id }) => id)).toEqual(ids);
    expect(all.next).toBeNull();
    const [head, ...lines] = (await new Response(exportPayments(ctx, "all")).text()).trimEnd().split("\n");
    expect(head).toMatch(/^at,id,kind,state,credits,charged,refunded,disputed,currency,/);
    expect(lines.map((line) => line.split(",")[1])).toEqual(ids);
    // A cursor that says nothing begins anew.
    expect((await listPayments(ctx, { before: "yesterday" })).rows).toHaveLength(25);
  });
});
