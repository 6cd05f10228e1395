import { expect, it } from "vitest";
import { accountSince, postAt } from "@/lib/testing/accounts";
import { formatCredits } from "@/lib/values/money";
import { readDailyBalances } from "./read-daily-balances";

it("is what the balance was at the end of each day, also on days without a posting and where the range ends in the past", async () => {
  const ctx = await accountSince("2026-10-01T00:00:00Z");
  await postAt(ctx, "2026-10-02T09:00:00Z", "topup", "100");
  await postAt(ctx, "2026-10-03T23:59:59Z", "spend", "-10");
  await postAt(ctx, "2026-10-05T00:00:00Z", "spend", "-0.5");
  const read = async (from: string, to: string) =>
    (await readDailyBalances(ctx, from, to)).map(({ day, balance }) => `${day} ${formatCredits(balance)}`);
  expect(await read("2026-09-01", "2026-10-06")).toEqual([
    "2026-10-02 100",
    "2026-10-03 90",
    "2026-10-04 90",
    "2026-10-05 89.5",
    "2026-10-06 89.5",
  ]);
  expect(await read("2026-10-03", "2026-10-04")).toEqual(["2026-10-03 90", "2026-10-04 90"]);
});
