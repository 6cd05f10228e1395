import { beforeAll, describe, expect, it } from "vitest";
import { accountWith, balanceOf, testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { formatCredits, nano } from "@/lib/values/money";
import { authorize, captureAuthorization, readAuthorization, releaseAuthorization } from "./authorizations";
import { ensureDefaultRateCard } from "../import-rates";
import { NewAuthorization, NewCapture } from "./schema";

beforeAll(() => ensureDefaultRateCard());

const hold = (ctx: Context, amount: string, key: string | null = null) =>
  authorize(ctx, NewAuthorization.parse({ amount }), key);
const capture = (ctx: Context, id: string, amount: string, key: string | null = null) =>
  captureAuthorization(ctx, id, NewCapture.parse({ amount }), key);

async function wallet(ctx: Context): Promise<{ balance: string; held: string }> {
  const { balance, held } = await balanceOf(ctx);
  return { balance: formatCredits(nano(balance)), held: formatCredits(nano(held)) };
}

describe("an authorization", () => {
  it("holds its worst case without a ledger row, and gives the rest back when it is captured", async () => {
    const ctx = await accountWith("10");
    const opened = await hold(ctx, "4");
    expect(opened).toMatchObject({ status: "open", amount: "4", used: null, transactions: [] });
    expect(await wallet(ctx)).toEqual({ balance: "10", held: "4" });
    const captured = await capture(ctx, opened.id, "1.5");
    expect(captured).toMatchObject({
      status: "captured",
      used: "1.5",
      transactions: [{ type: "spend", amount: "-1.5", balance_after: "8.5" }],
    });
    expect(await wallet(ctx)).toEqual({ balance: "8.5", held: "0" });
    expect(await readAuthorization(ctx, opened.id)).toMatchObject({ status: "captured", used: "1.5" });
  });

  it("that says nothing of itself stands in the ledger as what it is charged as", async () => {
    const ctx = await accountWith("10");
    const asked = NewAuthorization.parse({ amount: "1", feature: "judge_run" });
    const { id, description } = await authorize(ctx, asked, null);
    expect(description).toBe("Judge runs");
    expect(await capture(ctx, id, "1")).toMatchObject({ transactions: [{ description: "Judge runs" }] });
  });

  it("above what is available is refused", async () => {
    const ctx = await accountWith("10");
    await hold(ctx, "7");
    await expect(hold(ctx, "3.000000001")).rejects.toMatchObject({
      code: "insufficient_credits",
      status: 402,
    });
    expect(await wallet(ctx)).toEqual({ balance: "10", held: "7" });
  });

  it("of a hundred that fit among five hundred is given exactly a hundred times", async () => {
    const ctx = await accountWith("100");
    const outcomes = await Promise.allSettled(Array.from({ length: 500 }, () => hold(ctx, "1")));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(100);
    expect(await wallet(ctx)).toEqual({ balance: "100", held: "100" });
  });

  it("answers the same capture again, and says that it is over to another one", async () => {
    const ctx = await accountWith("10");
    const { id } = await hold(ctx, "4");
    await capture(ctx, id, "1.5");
    expect(await capture(ctx, id, "1.5")).toMatchObject({ status: "captured", used: "1.5" });
    await expect(capture(ctx, id, "1.6")).rejects.toMatchObject({
      code: "idempotency_mismatch",
      message: "The hold was already captured, with another amount or other usage: a hold ends once.",
    });
    await expect(capture(ctx, id, "1.6", "key-2")).rejects.toMatchObject({ code: "hold_ended" });
    expect(await wallet(ctx)).toEqual({ balance: "8.5", held: "0" });
  });

  it("ends once, by its capture or by its release", async () => {
    const ctx = await accountWith("10");
    const { id } = await hold(ctx, "4");
    const ends = await Promise.allSettled([capture(ctx, id, "1"), releaseAuthorization(ctx, id, null)]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(ends.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "hold_ended", status: 409 },
    });
    expect((await wallet(ctx)).held).toBe("0");
  });

  it("captured again by a retry is answered as the first time", async () => {
    const ctx = await accountWith("10");
    const { id } = await hold(ctx, "4", "key-1");
    expect((await hold(ctx, "4", "key-1")).id).toBe(id);
    const first = await capture(ctx, id, "1", "key-2");
    expect(await capture(ctx, id, "1", "key-2")).toEqual(first);
    expect((await wallet(ctx)).balance).toBe("9");
  });

  it("captured above its hold is charged in two rows, or refused when the caller says so", async () => {
    const ctx = await accountWith("10");
    const { id } = await hold(ctx, "4");
    await expect(
      captureAuthorization(ctx, id, NewCapture.parse({ amount: "5", overage: "refuse" }), null),
    ).rejects.toMatchObject({ status: 422 });
    const { transactions } = await capture(ctx, id, "5");
    expect(transactions.map(({ amount }) => amount)).toEqual(["-4", "-1"]);
  });

  it("of another account is absent", async () => {
    const [ctx, other] = [await accountWith("10"), await testAccount()];
    const { id } = await hold(ctx, "4");
    await expect(readAuthorization(other, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(capture(other, id, "1")).rejects.toMatchObject({ code: "not_found" });
    await expect(releaseAuthorization(other, id, null)).rejects.toMatchObject({ code: "not_found" });
    await expect(readAuthorization(ctx, "x")).rejects.toMatchObject({ code: "not_found" });
  });
});

it.each([
  "-1",
  "0",
  "0.0",
  "NaN",
  "Infinity",
  "1e400",
  "0x10",
  "١٢",
  "0.12345678901234567890",
  "99999999999",
  "",
  " 1",
  1,
  null,
])("an authorization of %s is no amount", (amount) => {
  const read = NewAuthorization.safeParse({ amount });
  expect(read.error?.issues[0]?.path).toEqual(["amount"]);
});

it("tool runs are whole", () => {
  expect(NewAuthorization.safeParse({ amount: "1.5", unit: "tool_run" }).error?.issues[0]?.path).toEqual([
    "amount",
  ]);
  expect(NewAuthorization.safeParse({ amount: "2", unit: "tool_run" }).success).toBe(true);
});
