import fc from "fast-check";
import { expect, it } from "vitest";
import { inAccount, readAcrossAccounts, sqlOf } from "@/lib/db/transaction";
import { post } from "@/lib/ledger/post";
import { restorableWithin } from "@/lib/ledger/restorable";
import type { Entry, GrantOrigin, TransactionType } from "@/lib/ledger/types";
import { accountSince } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { type Nano, nano, ZERO } from "@/lib/values/money";
import { parseUsd } from "@/lib/values/usd";
import { readElsewhere } from "../register/read-elsewhere";
import { readLiability } from "./read-liability";
import { readCreditNow } from "./read-now";
import { endOfMonth, monthsOf } from "./rules/months";
import { ACCOUNT_OF_POOL, type JournalAccount } from "./rules/accounts";
import { figuresOf } from "./rules/figures";
import { journalOf, PAID_WAYS } from "./rules/journal";
import { MOVEMENTS, POOLS } from "./rules/pools";
import { centsOf, worth } from "./rules/worth";

const START = Date.parse("2026-01-10T00:00:00.000Z");
const HOUR = 3_600_000;

const size = fc.bigInt({ min: 1n, max: 900_000_000_007n });
const life = fc.record({
  hours: fc.integer({ min: 0, max: 400 }),
  size,
  expires: fc.option(fc.integer({ min: 1, max: 1_500 })),
});
const step = fc.oneof(
  life.map((of) => ({ kind: "topup", ...of }) as const),
  life.map((of) => ({ kind: "bonus", ...of }) as const),
  life.map((of) => ({ kind: "contract_grant", ...of }) as const),
  // Part of it paid, as no verb does today and the books allow.
  life.map((of) => ({ kind: "mixed", ...of }) as const),
  life.map((of) => ({ kind: "spend", ...of }) as const),
  life.map((of) => ({ kind: "spend", ...of }) as const),
  life.map((of) => ({ kind: "gpu_usage", ...of }) as const),
  life.map((of) => ({ kind: "give back", ...of }) as const),
  life.map((of) => ({ kind: "refund", ...of }) as const),
  life.map((of) => ({ kind: "dispute", ...of }) as const),
  life.map((of) => ({ kind: "dispute won", ...of }) as const),
  life.map((of) => ({ kind: "correction up", ...of }) as const),
  life.map((of) => ({ kind: "correction down", ...of }) as const),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Lives through some months: adds, uses, gives back, withdraws and lets expire, into negative credit if it comes to that. */
async function live(ctx: Context, steps: readonly Step[]): Promise<void> {
  let at = START;
  let lastUse: { seq: bigint; left: bigint } | null = null;
  for (const each of steps) {
    at += each.hours * HOUR;
    const back: bigint =
      lastUse && each.kind === "give back" ? (each.size < lastUse.left ? each.size : lastUse.left) : 0n;
    if (each.kind === "give back" && back === 0n) continue;
    const entry = await entryOf(ctx, each, at, back, lastUse?.seq ?? null);
    const [outcome] = await post([
      {
        accountId: ctx.accountId,
        unit: "credit",
        idempotencyKey: newId(),
        floor: null,
        at: new Date(at),
        entries: [entry],
      },
    ]);
    if (outcome?.status !== "posted") throw new Error(`${JSON.stringify(outcome)}`);
    if (each.kind === "give back" && lastUse) lastUse.left -= back;
    if (each.kind === "spend" || each.kind === "gpu_usage")
      lastUse = { seq: outcome.seq ?? 0n, left: each.size };
  }
}

async function entryOf(
  ctx: Context,
  { kind, size: amount, expires }: Step,
  at: number,
  back: bigint,
  used: bigint | null,
): Promise<Entry> {
  const expiresAt = expires === null ? null : new Date(at + expires * HOUR);
  const give = (type: TransactionType, origin: GrantOrigin, paid: bigint): Entry => ({
    ...row(type, amount),
    grant: { origin, paid: nano(paid), expiresAt },
  });
  const stripe = { refType: "payment_intent", refId: "pi_1", source: "stripe_webhook" } as const;
  switch (kind) {
    case "topup":
      return give("topup", "topup", amount);
    case "contract_grant":
      return give("contract_grant", "contract", amount);
    case "bonus":
      return give("bonus", "bonus", 0n);
    case "mixed":
      return give("admin_correction", "correction", amount / 3n);
    case "spend":
    case "gpu_usage":
      return row(kind, -amount);
    case "give back":
      return {
        ...row("refund", back),
        ...(used !== null && { restores: await restoresOf(ctx, used) }),
      };
    case "refund":
      return { ...row("refund", -amount), ...stripe };
    case "dispute":
      return { ...row("dispute", -amount), ...stripe };
    case "dispute won":
      return { ...row("dispute", amount), ...stripe };
    case "correction up":
      return row("admin_correction", amount);
    case "correction down":
      return row("admin_correction", -amount);
  }
}

function restoresOf({ accountId }: Context, seq: bigint) {
  return inAccount(accountId, (tx) => restorableWithin(tx, { accountId, unit: "credit", seqs: [seq] }));
}

function row(type: TransactionType, amount: bigint): Entry {
  return { type, amount: nano(amount), description: type, source: "system" };
}

const LAST = "2027-06";
const VALUE = parseUsd("0.1");

it("is the ledger to the nano-credit, month by month, for any history", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const ctx = await accountSince("2026-01-01");
      await live(ctx, steps);
      const { months, tie } = await readLiability(LAST, VALUE);
      expect(tie.differing).toEqual([]);
      expect(tie.report).toBe(tie.ledger);
      for (const { pools } of months)
        for (const pool of POOLS) {
          const { opening, moved, closing } = pools[pool];
          expect(MOVEMENTS.reduce((sum, movement) => sum + moved[movement], opening as bigint)).toBe(closing);
          expect(pool === "owed" ? closing <= 0n : closing >= 0n).toBe(true);
        }
      const own = await ledgerOf(ctx);
      const seen = await readLiability(LAST, VALUE);
      const account = seen.accounts.find(({ id }) => id === ctx.accountId) ?? {
        paid: ZERO,
        free: ZERO,
        owed: ZERO,
      };
      expect(account.owed).toBe(own.balance < 0n ? own.balance : 0n);
      expect(account.paid + account.free).toBe(own.balance > 0n ? own.balance : 0n);
      expect(account.paid).toBe(own.paid);
    }),
    { numRuns: 25 },
  );
}, 120_000);

/** What the head of the wallet says, which was worked out row by row as they were posted. */
async function ledgerOf({ accountId }: Context): Promise<{ balance: bigint; paid: bigint }> {
  const [wallet] = await inAccount(accountId, (tx) =>
    sqlOf(tx).query<{ balance: bigint; paid: string }>(
      `SELECT w.balance, coalesce((SELECT sum(least((l ->> 'remaining')::numeric, g.paid)) FROM jsonb_array_elements(w.lots) l
         JOIN grants g ON g.account_id = w.account_id AND g.unit = w.unit AND g.no = (l ->> 'no')::int), 0)::text AS paid
       FROM wallets w WHERE w.account_id = $1::uuid AND w.unit = 'credit'`,
      [accountId],
    ),
  );
  if (!wallet) throw new Error("there is no wallet");
  return { balance: wallet.balance, paid: BigInt(wallet.paid) };
}

it("moves in each month what the ledger's own rollup by day says, by type", async () => {
  const { months } = await readLiability(LAST, VALUE);
  const days = await readAcrossAccounts((sql) =>
    sql.query<{ month: string; group: string; amount: string }>(
      `SELECT to_char(day, 'YYYY-MM') AS month, CASE WHEN type IN ('topup', 'auto_recharge', 'contract_grant', 'refund', 'dispute') THEN 'money'
         WHEN type IN ('spend', 'gpu_usage', 'storage_billing') THEN 'used' ELSE type::text END AS group, sum(added - removed)::text AS amount
       FROM wallet_days WHERE unit = 'credit' GROUP BY 1, 2`,
    ),
  );
  expect(days.length).toBeGreaterThan(5);
  const groups = { bonus: "granted", expiry: "expired", admin_correction: "corrected" } as const;
  for (const { month, group, amount } of days) {
    const pools = months.find((each) => each.month === month)?.pools;
    const sum = (movement: (typeof MOVEMENTS)[number]) =>
      POOLS.reduce((total, pool) => total + (pools?.[pool].moved[movement] ?? 0n), 0n);
    const moved =
      group === "money"
        ? sum("sold") + sum("elsewhere") + sum("returned") + sum("refunded") + sum("disputed")
        : sum(groups[group as keyof typeof groups] ?? group);
    expect(`${month} ${group} ${moved}`).toBe(`${month} ${group} ${amount}`);
  }
});

it("has the same first figures without a replay, in every month", async () => {
  const { months } = await readLiability(LAST, VALUE);
  const closing = months.at(-1)?.pools;
  expect(months.filter((month) => figuresOf(month).sold !== 0n).length).toBeGreaterThan(1);
  for (const month of months) {
    const { sold, elsewhere, pools } = await readCreditNow(
      VALUE,
      new Date(endOfMonth(month.month).getTime() - 1),
    );
    expect(`${month.month} ${sold + elsewhere}`).toBe(`${month.month} ${figuresOf(month).sold}`);
    for (const pool of POOLS) expect(pools[pool]).toBe(closing?.[pool].closing);
  }
});

it("has as sold elsewhere what the rows of each month come to that are named for it", async () => {
  const { months } = await readLiability(LAST, VALUE);
  let rows = 0;
  for (const { month, pools } of months) {
    const lines = await readElsewhere(month);
    const moved = POOLS.reduce((sum, pool) => sum + pools[pool].moved.elsewhere, 0n);
    expect(`${month} ${lines.reduce((sum, { amount }) => sum + amount, 0n)}`).toBe(`${month} ${moved}`);
    rows += lines.length;
  }
  expect(rows).toBeGreaterThan(1);
});

it("writes a journal whose accounts are what the closings are worth, to the cent, debit = credit in every entry", () => {
  const month = fc.integer({ min: 1, max: 9 }).map((no) => `2026-0${no}`);
  const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }).map((size) => size as Nano);
  // At what was paid for it: no two grants need have the same price.
  const priced = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }).map(worth);
  const change = fc.record({
    ...{ month, amount, worth: priced },
    ...{ pool: fc.constantFrom(...POOLS), movement: fc.constantFrom(...MOVEMENTS) },
  });
  const changes = fc.array(change, { minLength: 1, maxLength: 80 });
  const ahead = fc.array(fc.record({ month, amount, worth: priced }), { maxLength: 20 });
  const cents = fc.bigInt({ min: -(10n ** 8n), max: 10n ** 8n });
  const paidWay = fc.record({ net: cents, tax: cents });
  const cash = fc.record({ sold: paidWay, refunded: paidWay, disputed: paidWay, outside: cents });
  fc.assert(
    fc.property(changes, ahead, cash, (all, early, paid) => {
      const months = monthsOf(all, "2026-09", early);
      const lines = months.flatMap((each) => journalOf(months, each.month, paid));
      for (const reference of new Set(lines.map((line) => line.reference))) {
        const [debit, credit, ...more] = lines.filter((line) => line.reference === reference);
        expect(more).toEqual([]);
        expect(debit?.debitCents).toBe(credit?.creditCents);
        expect(debit?.creditCents).toBe(0n);
      }
      const balance = (name: JournalAccount) =>
        lines
          .filter(({ account }) => account === name)
          .reduce((sum, { debitCents, creditCents }) => sum + creditCents - debitCents, 0n);
      const end = months.at(-1)?.worth;
      for (const pool of POOLS)
        expect(balance(ACCOUNT_OF_POOL[pool])).toBe(centsOf(end?.pools[pool].closing ?? worth(0n)));
      const first = months[0]?.worth.ahead.opening ?? worth(0n);
      expect(balance("ahead")).toBe(centsOf(end?.ahead.closing ?? worth(0n)) - centsOf(first));
      const through = PAID_WAYS.map((way) => paid[way]);
      const gross = through.reduce((sum, { net, tax }) => sum + net + tax, 0n);
      const taxes = through.reduce((sum, { tax }) => sum + tax, 0n);
      expect(balance("cash")).toBe(-BigInt(months.length) * (gross - paid.outside));
      expect(balance("outside")).toBe(-BigInt(months.length) * paid.outside);
      expect(balance("tax")).toBe(BigInt(months.length) * taxes);
    }),
  );
});
