import { expect, it } from "vitest";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { accountWith, balanceOf, grant, spend, testAccount } from "@/lib/testing/accounts";
import { usedOf } from "@/lib/testing/captured";
import { type Context, systemContext } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";
import { captureHold } from "./capture-hold";
import { extendHold } from "./extend-hold";
import { openHold, expireHold, readHold, releaseHold } from "./holds";
import { openPrepaidHold, settlePrepaidHold } from "./prepaid-holds";
import { listTransactions } from "./list";
import { post } from "./post";
import { expireDueGrants, expireDueHolds } from "./sweep";

const open = (ctx: Context, credits: string, expiresAt: Date | null = null, key: string = newId()) =>
  openHold(ctx, {
    amount: parseCredits(credits),
    description: `Hold of ${credits}`,
    idempotencyKey: key,
    expiresAt,
  });

const capture = (
  ctx: Context,
  id: string,
  used: string,
  overage: "charge" | "refuse" = "charge",
  key: string = newId(),
) => captureHold(ctx, { id, description: "Inference", source: "api", overage, event: usedOf(id, used, key) });

const ledgerOf = async (ctx: Context) =>
  (await listTransactions(ctx, {})).rows.map(({ type, amount }) => `${type} ${amount}`);

it("lets exactly 100 of 500 concurrent authorizations through when there is credit for 100", async () => {
  const ctx = await accountWith("100");
  const results = await Promise.allSettled(Array.from({ length: 500 }, () => open(ctx, "1")));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(100);
  expect(await balanceOf(ctx)).toMatchObject({
    balance: parseCredits("100"),
    held: parseCredits("100"),
    seq: 1n,
  });
});

it("captures less than was held with one row, and gives the rest back", async () => {
  const ctx = await accountWith("100");
  const { hold } = await open(ctx, "40");
  await capture(ctx, hold.id, "12.5");
  expect(await balanceOf(ctx)).toMatchObject({ balance: parseCredits("87.5"), held: 0n });
  expect(await ledgerOf(ctx)).toEqual(["spend -12.5", "bonus 100"]);
});

it("charges what was used above the hold as a row of its own, or refuses it, as the caller says", async () => {
  const ctx = await accountWith("100");
  const { hold } = await open(ctx, "10");
  await expect(capture(ctx, hold.id, "12", "refuse")).rejects.toMatchObject({ code: "unprocessable" });
  await capture(ctx, hold.id, "12");
  expect(await ledgerOf(ctx)).toEqual(["spend -2", "spend -10", "bonus 100"]);
  expect((await readHold(ctx, hold.id)).used).toBe(parseCredits("12"));
});

it("ends a hold once when capture and release meet", async () => {
  const ctx = await accountWith("100");
  for (let round = 0; round < 10; round++) {
    const { hold } = await open(ctx, "1");
    const results = await Promise.allSettled([
      capture(ctx, hold.id, "1"),
      releaseHold(ctx, hold.id, newId()),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "hold_ended", status: 409 },
    });
  }
});

it("gives the same answer to the same opening, capture and release again", async () => {
  const ctx = await accountWith("100");
  const first = await open(ctx, "10", null, "open");
  expect(await open(ctx, "10", null, "open")).toMatchObject({ replayed: true, hold: { id: first.hold.id } });
  await expect(open(ctx, "11", null, "open")).rejects.toMatchObject({ code: "idempotency_mismatch" });
  await capture(ctx, first.hold.id, "3", "charge", "capture");
  expect(await capture(ctx, first.hold.id, "3", "charge", "capture")).toMatchObject({ replayed: true });
  const second = await open(ctx, "10");
  await releaseHold(ctx, second.hold.id, "release");
  expect(await releaseHold(ctx, second.hold.id, "release")).toMatchObject({
    replayed: true,
    hold: { status: "released" },
  });
  expect((await balanceOf(ctx)).balance).toBe(parseCredits("97"));
});

it("gives running work more time, never less, and none to a hold that has ended", async () => {
  const ctx = await accountWith("100");
  const soon = new Date(Date.now() + 60_000);
  const later = new Date(Date.now() + 3_600_000);
  const { hold } = await open(ctx, "10", soon);
  expect((await extendHold(ctx, hold.id, later)).expiresAt).toEqual(later);
  expect((await extendHold(ctx, hold.id, soon)).expiresAt).toEqual(later);
  await releaseHold(ctx, hold.id, newId());
  await expect(extendHold(ctx, hold.id, later)).rejects.toMatchObject({ code: "hold_ended" });
  await expect(extendHold(await testAccount(), hold.id, later)).rejects.toMatchObject({ code: "not_found" });
});

it("expires no hold that was extended after it was seen to be due", async () => {
  const ctx = await accountWith("100");
  const { hold } = await open(ctx, "10", new Date(Date.now() - 1_000));
  await extendHold(ctx, hold.id, new Date(Date.now() + 60_000));
  await expect(expireHold(ctx, hold)).rejects.toMatchObject({ code: "conflict" });
  expect((await readHold(ctx, hold.id)).status).toBe("open");
});

it("does not let held credit be spent by new work", async () => {
  const ctx = await accountWith("100");
  await open(ctx, "90");
  const [outcome] = await post([spend(ctx, "11")]);
  expect(outcome).toMatchObject({ status: "refused", code: "insufficient_credits" });
});

it("shows no hold to another account", async () => {
  const ctx = await accountWith("100");
  const { hold } = await open(ctx, "1");
  const other = await testAccount();
  await expect(readHold(other, hold.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(releaseHold(other, hold.id, newId())).rejects.toMatchObject({ code: "not_found" });
});

it("gives back what is held past its time, once, however many sweepers run", async () => {
  const ctx = await accountWith("100");
  await open(ctx, "30", new Date(Date.now() - 1_000));
  await open(ctx, "20", new Date(Date.now() + 3_600_000));
  const counts = await Promise.all([expireDueHolds(), expireDueHolds(), expireDueHolds()]);
  expect(counts.reduce((sum, count) => sum + count)).toBe(1);
  expect((await balanceOf(ctx)).held).toBe(parseCredits("20"));
});

it("settles an instance's hold with a refund of what was not used, into the grants it came from", async () => {
  const ctx = await testAccount();
  const soon = new Date(Date.now() + 3_600_000);
  await grant(ctx, "5", soon);
  await grant(ctx, "100");
  const { hold } = await openPrepaidHold(ctx, {
    amount: parseCredits("8"),
    description: "GPU Instance #132: hold 0.80 × 1 GPU × 10 h",
    idempotencyKey: newId(),
    expiresAt: null,
    refType: "instance",
    refId: "132",
    source: "api",
  });
  await settlePrepaidHold(ctx, {
    id: hold.id,
    used: parseCredits("2"),
    description: "GPU Instance #132: unused part of the hold",
    source: "worker",
    idempotencyKey: newId(),
  });
  expect(await ledgerOf(ctx)).toEqual(["refund 6", "gpu_usage -8", "bonus 100", "bonus 5"]);
  expect(await lotsOf(ctx)).toEqual(["1: 3", "2: 100"]);
});

it("settles an instance's hold with an overage of what was used above it", async () => {
  const ctx = await accountWith("10");
  const request = {
    description: "Instance #7",
    idempotencyKey: newId(),
    expiresAt: null,
    source: "api" as const,
  };
  const { hold } = await openPrepaidHold(ctx, { ...request, amount: parseCredits("8") });
  await settlePrepaidHold(ctx, {
    id: hold.id,
    used: parseCredits("12"),
    description: "Instance #7: overage",
    source: "worker",
    idempotencyKey: newId(),
  });
  expect(await ledgerOf(ctx)).toEqual(["gpu_usage -4", "gpu_usage -8", "bonus 10"]);
  expect((await balanceOf(ctx)).balance).toBe(parseCredits("-2"));
});

it("writes the expiry of a grant before anything else is spent, and by itself on a wallet that nobody uses", async () => {
  const ctx = await testAccount();
  await grant(ctx, "1");
  // The last thing that is posted: on a slow machine its time may be over before anything else could come.
  await grant(ctx, "5", new Date(Date.now() + 30));
  await until(async () => (await expireDueGrants()) > 0);
  expect(await ledgerOf(ctx)).toEqual(["expiry -5", "bonus 5", "bonus 1"]);
  const [outcome] = await post([spend(ctx, "2")]);
  expect(outcome).toMatchObject({ status: "refused", code: "insufficient_credits" });
  expect(await expireDueGrants()).toBe(0);
});

async function lotsOf(ctx: Context): Promise<string[]> {
  const [row] = await inAccount(ctx.accountId, (tx) =>
    sqlOf(tx).query<{ lots: { no: number; remaining: string }[] }>(
      "SELECT lots FROM wallets WHERE account_id = $1::uuid AND unit = 'credit'",
      [ctx.accountId],
    ),
  );
  return (row?.lots ?? []).map(({ no, remaining }) => `${no}: ${formatCredits(nano(BigInt(remaining)))}`);
}

/** Repeats a look until it succeeds: time is the database's, so nothing here sleeps for it. */
async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done()));
}

it("knows no hold by a made-up id", async () => {
  const ctx = systemContext((await testAccount()).accountId, "test");
  await expect(readHold(ctx, "nonsense")).rejects.toMatchObject({ code: "not_found" });
  await expect(readHold(ctx, newId())).rejects.toMatchObject({ code: "not_found" });
});
