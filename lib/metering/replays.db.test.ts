import { beforeAll, expect, it } from "vitest";
import { accountWith, balanceOf, spend } from "@/lib/testing/accounts";
import { newId } from "@/lib/values/ids";
import { parseCredits } from "@/lib/values/money";
import { captureHold } from "@/lib/ledger/capture-hold";
import { openHold } from "@/lib/ledger/holds";
import { post } from "@/lib/ledger/post";
import { usedOf } from "@/lib/testing/captured";
import { ensureDefaultRateCard } from "./import-rates";
import { captureAuthorization } from "./preflight/authorizations";

beforeAll(() => ensureDefaultRateCard());

const hold = (amount: string) => ({
  amount: parseCredits(amount),
  description: "h",
  idempotencyKey: newId(),
  expiresAt: null,
});

it("answers a repeated key as before, also when the wallet could not pay for it again", async () => {
  const ctx = await accountWith("10");
  // Other batches first, so that the process has a forecast.
  for (let i = 0; i < 70; i += 1) await post([spend(ctx, "0.01")]);
  const [first] = await post([spend(ctx, "9", "job")]);
  const [again] = await post([spend(ctx, "9", "job")]);
  expect(first).toMatchObject({ status: "posted", replayed: false });
  expect(again).toMatchObject({ status: "posted", replayed: true });
  expect((await balanceOf(ctx)).balance).toBe(parseCredits("0.3"));
});

it("refuses a repeated capture that says another overage", async () => {
  const ctx = await accountWith("100");
  const {
    hold: { id },
  } = await openHold(ctx, hold("5"));
  const capture = (used: string) =>
    captureHold(ctx, {
      id,
      description: "c",
      source: "api",
      overage: "charge",
      event: usedOf(id, used, `capture:${id}`),
    });
  await capture("10");
  await expect(capture("20")).rejects.toMatchObject({ code: "idempotency_mismatch" });
});

it("refuses a repeated capture that says nothing was used", async () => {
  const ctx = await accountWith("100");
  const {
    hold: { id },
  } = await openHold(ctx, hold("5"));
  const capture = (used: string) =>
    captureHold(ctx, {
      id,
      description: "c",
      source: "api",
      overage: "charge",
      event: usedOf(id, used, `capture:${id}`),
    });
  await capture("3");
  await expect(capture("0")).rejects.toMatchObject({ code: "idempotency_mismatch" });
});

it("captures under the longest Idempotency-Key that a request may carry", async () => {
  const ctx = await accountWith("100");
  const {
    hold: { id },
  } = await openHold(ctx, hold("5"));
  const view = await captureAuthorization(ctx, id, { amount: "1", overage: "charge" }, "k".repeat(255));
  expect(view.status).toBe("captured");
});
