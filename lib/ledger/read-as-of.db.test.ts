import fc from "fast-check";
import { expect, it } from "vitest";
import { accountSince, accountWith, grant, testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { add, nano, negate, parseCredits, ZERO } from "@/lib/values/money";
import { grantPosting } from "./grant-credit";
import { listGrants } from "./list-grants";
import { listTransactions } from "./list";
import { post } from "./post";
import { readAsOf } from "./read-as-of";
import { NO_SCOPE } from "./rules/scope";
import type { Entry, Posting } from "./types";
import { readWallets } from "./wallets";

const START = Date.parse("2026-01-30T20:00:00.000Z");

type Step = { kind: "grant" | "spend" | "hold" | "end" | "withdraw"; amount: number; minutes: number };
const step = fc.record({
  kind: fc.constantFrom<Step["kind"]>("grant", "spend", "spend", "hold", "end", "withdraw"),
  amount: fc.integer({ min: 1, max: 500 }),
  // Several in one millisecond, and gaps over midnights and the end of a month.
  minutes: fc.constantFrom(0, 1, 90, 700),
});

/** The posting of a step, or null for the end of a hold when none is open. */
function postingOf({ accountId }: Context, { kind, amount }: Step, at: Date, open: string[]): Posting | null {
  const nanos = nano(BigInt(amount) * 1_000_000_001n);
  const base = { accountId, unit: "credit", idempotencyKey: newId(), floor: null, at } as const;
  const row = { description: kind, source: "api" } as const;
  if (kind === "grant") {
    const expiresAt = amount % 3 === 0 ? new Date(at.getTime() + amount * 600_000) : null;
    return grantPosting({ ...base, ...row, type: amount % 2 ? "topup" : "bonus", amount: nanos, expiresAt });
  }
  if (kind === "hold") {
    const id = newId();
    open.push(id);
    const hold = { id, amount: nanos, scope: NO_SCOPE, expiresAt: null, description: "Hold" } as const;
    return { ...base, entries: [], hold: { ...hold, change: "open", kind: "reservation" } };
  }
  if (kind === "end") {
    const id = open.shift();
    if (id === undefined) return null;
    const used = nano(nanos / 2n);
    const entry = { ...row, type: "spend", amount: negate(used) } as const;
    return { ...base, entries: [entry], hold: { change: "end", id, status: "captured", used } };
  }
  if (kind === "spend") return { ...base, entries: [{ ...row, type: "spend", amount: negate(nanos) }] };
  const payment = { refType: "payment_intent", refId: "pi_1" };
  return { ...base, entries: [{ ...row, ...payment, type: "refund", amount: negate(nanos) }] };
}

/** What the books say now. */
async function booksOf(ctx: Context) {
  const [{ credit }, grants, { rows }] = await Promise.all([
    readWallets(ctx),
    listGrants(ctx, "credit"),
    listTransactions(ctx, {}, { limit: 1_000 }),
  ]);
  const { balance, held, available, seq, hash } = credit;
  return { wallet: { balance, held, available, seq, hash }, grants, rows };
}

it("tells of any moment exactly what the books said then: balance, held, grants and rows", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const ctx = await accountSince("2026-01-01T00:00:00.000Z");
      const open: string[] = [];
      const said = new Map<number, Awaited<ReturnType<typeof booksOf>>>();
      let time = START;
      for (const one of steps) {
        time += one.minutes * 60_000;
        const posting = postingOf(ctx, one, new Date(time), open);
        if (!posting) continue;
        const [outcome] = await post([posting]);
        expect(outcome?.status).toBe("posted");
        // Of several in one millisecond, the last one counts.
        const books = await booksOf(ctx);
        said.set(time, books);
        for (const grant of books.grants) {
          const parts = [grant.left, grant.used, grant.withdrawn, grant.expired].map((part) =>
            parseCredits(part),
          );
          expect(parts.filter((part) => part < 0n)).toEqual([]);
          expect(parts.reduce(add, ZERO)).toBe(parseCredits(grant.granted));
        }
      }
      for (const [moment, books] of said) {
        const at = new Date(moment);
        expect(await readAsOf(ctx, "credit", at)).toMatchObject(books.wallet);
        expect(await listGrants(ctx, "credit", at)).toEqual(books.grants);
        const { rows } = await listTransactions(ctx, { until: at }, { limit: 1_000 });
        expect(rows).toEqual(books.rows);
      }
      const before = await readAsOf(ctx, "credit", new Date(START - 1));
      expect(before).toMatchObject({ seq: 0n, balance: 0n, held: 0n, lastRowAt: null });
    }),
    { numRuns: 12 },
  );
});

it("finds a moment within a day of many rows", async () => {
  const ctx = await accountSince("2026-01-01T00:00:00.000Z");
  const times = Array.from({ length: 300 }, (_, index) => new Date(START + Math.floor(index / 3) * 7));
  const row = { accountId: ctx.accountId, unit: "credit", floor: null } as const;
  await post(
    times.map((at) => ({
      ...row,
      at,
      idempotencyKey: newId(),
      entries: [{ type: "spend", amount: negate(parseCredits("1")), description: "Call", source: "api" }],
    })),
  );
  for (const after of [-1, 0, 3, 6, 7, 345, 692, 693, 5_000]) {
    const expected = times.filter((at) => at.getTime() <= START + after).length;
    const { seq, balance } = await readAsOf(ctx, "credit", new Date(START + after));
    expect([seq, balance]).toEqual([BigInt(expected), -BigInt(expected) * 1_000_000_000n]);
  }
});

it("pages back from that moment, and gives no more under other filters", async () => {
  const ctx = await accountSince("2026-01-01T00:00:00.000Z");
  const at = (hour: number) => new Date(START + hour * 3_600_000);
  for (const hour of [0, 1, 2, 3, 4])
    await post([
      grantPosting({
        ...{ accountId: ctx.accountId, unit: "credit", type: "bonus", amount: parseCredits("1") },
        ...{ description: `Hour ${hour}`, source: "system", idempotencyKey: newId(), at: at(hour) },
      }),
    ]);
  const descriptions = async (filter: Parameters<typeof listTransactions>[1]) =>
    (await listTransactions(ctx, filter)).rows.map(({ description }) => description);
  expect(await descriptions({ until: at(2), types: ["bonus"] })).toEqual(["Hour 2", "Hour 1", "Hour 0"]);
  expect(await descriptions({ until: at(2), text: "hour 3" })).toEqual([]);
  expect(await descriptions({ until: new Date(START - 1) })).toEqual([]);
  const page = await listTransactions(ctx, { until: at(2) }, { limit: 2 });
  const rest = await listTransactions(ctx, { until: at(2) }, { limit: 2, before: page.next ?? "" });
  expect(rest.rows.map(({ description }) => description)).toEqual(["Hour 0"]);
  expect(await descriptions({ until: at(4), from: "2026-01-31" })).toEqual(["Hour 4"]);
});

it("says what became of each grant: granted is left, used and expired", async () => {
  const ctx = await accountWith("10");
  await grant(ctx, "5", new Date(Date.now() + 60_000));
  await post([
    {
      accountId: ctx.accountId,
      unit: "credit",
      idempotencyKey: newId(),
      floor: null,
      entries: [
        { type: "spend", amount: negate(parseCredits("2")), description: "Call", source: "api" },
        {
          type: "expiry",
          amount: negate(parseCredits("3")),
          description: "Grant #2 expired",
          source: "system",
          refType: "grant",
          refId: "2",
          lot: 2,
        },
      ],
    },
  ]);
  expect(await listGrants(ctx, "credit")).toMatchObject([
    { no: 1, status: "open", granted: "10", left: "10", used: "0", expired: "0" },
    { no: 2, status: "expired", granted: "5", left: "0", used: "2", expired: "3" },
  ]);
});

it("tells what went back as money from what was used, until it comes back", async () => {
  const ctx = await accountWith("10");
  const payment = { refType: "payment_intent", refId: "pi_1", source: "stripe_webhook" } as const;
  const move = (amount: string, entry: Pick<Entry, "type" | "lot" | "restores">) =>
    post([
      {
        ...{ accountId: ctx.accountId, unit: "credit", idempotencyKey: newId(), floor: null },
        entries: [{ amount: parseCredits(amount), description: entry.type, ...payment, ...entry }],
      },
    ]);
  await move("-2", { type: "spend" });
  await move("-5", { type: "refund", lot: 1 });
  await move("-4", { type: "dispute", lot: 1 });
  // One of the four was owed: the grant has no more to take.
  expect(await listGrants(ctx, "credit")).toMatchObject([
    { no: 1, status: "used", granted: "10", left: "0", used: "2", withdrawn: "8", expired: "0" },
  ]);
  const lot = { no: 1, remaining: parseCredits("3"), paid: true, expiresAt: null };
  await move("4", { type: "dispute", restores: [lot] });
  expect(await listGrants(ctx, "credit")).toMatchObject([
    { no: 1, status: "open", granted: "10", left: "3", used: "2", withdrawn: "5", expired: "0" },
  ]);
});

it("needs the right to read the ledger, and sees its own account alone", async () => {
  const ctx = await accountWith("10");
  const at = new Date(Date.now() + 1_000);
  const without = { ...ctx, permissions: new Set(["account:read"] as const) };
  await expect(readAsOf(without, "credit", at)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listGrants(without, "credit")).rejects.toMatchObject({ code: "forbidden" });
  const other = await testAccount();
  expect((await readAsOf(other, "credit", at)).balance).toBe(0n);
  expect(await listGrants(other, "credit")).toEqual([]);
});
