import { expect, it } from "vitest";
import { accountSince, postAt, testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { formatCredits } from "@/lib/values/money";
import { readCosts } from "./read-costs";
import type { TransactionType } from "./types";

/** An account with these rows, each of its time. */
async function accountOf(
  ...rows: readonly [at: string, type: TransactionType, credits: string][]
): Promise<Context> {
  const ctx = await accountSince("2026-01-01T00:00:00Z");
  for (const [at, type, credits] of rows) await postAt(ctx, at, type, credits);
  return ctx;
}

const costs = async (ctx: Context, from: string, to: string) => formatCredits(await readCosts(ctx, from, to));

it("sums what was charged between two days, both included, less what of it was given back", async () => {
  const ctx = await accountOf(
    ["2026-01-01T00:00:00Z", "topup", "1000"],
    ["2026-01-31T23:59:59.999Z", "spend", "-1"],
    ["2026-02-01T00:00:00Z", "spend", "-20.000000001"],
    ["2026-02-10T12:00:00Z", "gpu_usage", "-300"],
    ["2026-02-11T12:00:00Z", "storage_billing", "-4000"],
    ["2026-02-12T12:00:00Z", "refund", "5"],
    ["2026-02-28T23:59:59.999Z", "spend", "-60000"],
    ["2026-03-01T00:00:00Z", "spend", "-700000"],
  );
  expect(await costs(ctx, "2026-02-01", "2026-02-28")).toBe("64315.000000001");
  expect(await costs(ctx, "2026-02-12", "2026-02-12")).toBe("-5");
  expect(await costs(ctx, "2026-02-13", "2026-02-27")).toBe("0");
});

it("counts no credit that came, went back to a card, expired or was corrected, and nothing of another account", async () => {
  const other = await testAccount();
  const ctx = await accountOf(
    ["2026-02-01T00:00:00Z", "topup", "1000"],
    ["2026-02-02T00:00:00Z", "refund", "-100"],
    ["2026-02-03T00:00:00Z", "expiry", "-10"],
    ["2026-02-04T00:00:00Z", "admin_correction", "-1"],
    ["2026-02-05T00:00:00Z", "dispute", "-2"],
    ["2026-02-06T00:00:00Z", "spend", "-3"],
  );
  expect(await costs(ctx, "2026-02-01", "2026-02-28")).toBe("3");
  expect(await costs(other, "2026-02-01", "2026-02-28")).toBe("0");
});

it("is for who may read the ledger", async () => {
  const ctx = { ...(await testAccount()), permissions: new Set([]) };
  await expect(readCosts(ctx, "2026-02-01", "2026-02-28")).rejects.toMatchObject({ code: "forbidden" });
});
