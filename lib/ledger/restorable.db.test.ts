import fc from "fast-check";
import { expect, it } from "vitest";
import { inAccount, readInAccount } from "@/lib/db/transaction";
import { grant, testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";
import { grantPosting } from "./grant-credit";
import { openPrepaidHold, settlePrepaidHold } from "./prepaid-holds";
import { post, postedOf, postWithin } from "./post";
import { restorableWithin } from "./restorable";
import type { Entry, TransactionType } from "./types";

/** Credit that was paid for. */
async function topUp({ accountId }: Context, credits: string): Promise<void> {
  const amount = parseCredits(credits);
  const [outcome] = await post([
    grantPosting({
      accountId,
      unit: "credit",
      type: "topup",
      amount,
      description: "Credit",
      source: "system",
      idempotencyKey: newId(),
    }),
  ]);
  postedOf(outcome);
}

/** Begins what costs that much at the most, into negative credit if it comes to that. */
async function run(ctx: Context, credits: string): Promise<(used: string) => Promise<unknown>> {
  const { hold } = await openPrepaidHold(ctx, {
    amount: parseCredits(credits),
    description: "Instance",
    idempotencyKey: newId(),
    source: "worker",
    expiresAt: null,
    floor: null,
  });
  return (used) =>
    settlePrepaidHold(ctx, {
      ...{
        id: hold.id,
        used: parseCredits(used),
        description: "Instance",
        source: "worker",
        idempotencyKey: newId(),
      },
    });
}

/** What is left in each grant, such as `2 topup paid 9`. */
async function openGrants({ accountId }: Context): Promise<string[]> {
  const rows = await readInAccount(accountId, (sql) =>
    sql.query<{ no: number; origin: string; paid: boolean; left: string }>(
      `SELECT g.no, g.origin::text, (l ->> 'paid')::boolean AS paid, l ->> 'remaining' AS left FROM wallets w, jsonb_array_elements(w.lots) l
       JOIN grants g ON g.account_id = $1 AND g.unit = 'credit' AND g.no = (l ->> 'no')::int
       WHERE w.account_id = $1 AND w.unit = 'credit' ORDER BY g.no`,
      [accountId],
    ),
  );
  return rows.map(
    ({ no, origin, paid, left }) =>
      `${no} ${origin} ${paid ? "paid" : "free"} ${formatCredits(nano(BigInt(left)))}`,
  );
}

it("puts back what was owed, and paid off by a top-up since, as the paid credit that it is", async () => {
  const ctx = await testAccount();
  await topUp(ctx, "3");
  const end = await run(ctx, "8");
  await topUp(ctx, "10");
  expect(await openGrants(ctx)).toEqual(["2 topup paid 5"]);
  await end("4");
  expect(await openGrants(ctx)).toEqual(["2 topup paid 9"]);
});

it("puts it back as free credit where a gift paid it off, and what it took itself where it came from", async () => {
  const ctx = await testAccount();
  await topUp(ctx, "3");
  const end = await run(ctx, "8");
  await grant(ctx, "2");
  await topUp(ctx, "10");
  await end("0.5");
  expect(await openGrants(ctx)).toEqual(["1 topup paid 2.5", "2 bonus free 2", "3 topup paid 10"]);
});

it("leaves to earlier debts what paid them off", async () => {
  const ctx = await testAccount();
  await grant(ctx, "5");
  const first = await run(ctx, "9");
  const second = await run(ctx, "6");
  await topUp(ctx, "20");
  expect(await openGrants(ctx)).toEqual(["2 topup paid 10"]);
  await second("1");
  expect(await openGrants(ctx)).toEqual(["2 topup paid 15"]);
  await first("1");
  expect(await openGrants(ctx)).toEqual(["1 bonus free 4", "2 topup paid 19"]);
});

it("pays what is still owed before anything comes back into a grant", async () => {
  const ctx = await testAccount();
  await topUp(ctx, "3");
  const end = await run(ctx, "8");
  await topUp(ctx, "2");
  await end("4");
  expect(await openGrants(ctx)).toEqual(["2 topup paid 1"]);
});

it("keeps paid credit paid where the debt that it paid was given back first by another's refund", async () => {
  const ctx = await testAccount();
  const [first, second] = [await run(ctx, "10"), await run(ctx, "10")];
  await first("0");
  await topUp(ctx, "10");
  await second("0");
  expect(await openGrants(ctx)).toEqual(["1 topup paid 10"]);
});

it("does so whichever of the two ends first", async () => {
  const ctx = await testAccount();
  const [first, second] = [await run(ctx, "10"), await run(ctx, "10")];
  await second("0");
  await topUp(ctx, "10");
  await first("0");
  expect(await openGrants(ctx)).toEqual(["1 topup paid 10"]);
});

it("takes no payment of a debt twice: a grant never has more left than it was given", async () => {
  const ctx = await testAccount();
  await topUp(ctx, "10");
  const paidFor = await run(ctx, "10");
  const first = await run(ctx, "10");
  await paidFor("0");
  const second = await run(ctx, "10");
  await topUp(ctx, "10");
  await first("0");
  // The debt was paid with what came back of the first top-up, and nobody can tell them apart: the newest one is filled first.
  expect(await openGrants(ctx)).toEqual(["2 topup paid 10"]);
  await second("0");
  expect(await openGrants(ctx)).toEqual(["1 topup paid 10", "2 topup paid 10"]);
});

it("leaves free what a gift paid, also where a debt took the whole gift", async () => {
  const ctx = await testAccount();
  const end = await run(ctx, "10");
  await entry(ctx, { type: "admin_correction", amount: parseCredits("10") });
  await end("0");
  expect(await openGrants(ctx)).toEqual(["1 correction free 10"]);
});

it("keeps paid credit paid that went back as money, came back, and paid what another owed", async () => {
  const money = { refType: "payment_intent", refId: "pi_1" };
  const ctx = await testAccount();
  await topUp(ctx, "1");
  const withdrawn = await entry(ctx, { type: "refund", amount: nano(-1_000_000_000n), ...money });
  const used = await entry(ctx, { type: "spend", amount: nano(-1_000_000_000n) });
  await giveBack(ctx, withdrawn, "refund", 1_000_000_000n, money);
  await giveBack(ctx, used, "refund", 1_000_000_000n);
  expect(await openGrants(ctx)).toEqual(["1 topup paid 1"]);
});

it("reads where credit goes back under the wallet's lock: a top-up that comes at the same moment stays paid", async () => {
  for (let round = 0; round < 8; round++) {
    const ctx = await testAccount();
    const end = await run(ctx, "10");
    await Promise.all([end("1"), topUp(ctx, "10")]);
    const grants = await openGrants(ctx);
    // The refund came first and paid the debt, or it came second and went into the top-up.
    expect(grants).toEqual(["1 topup paid 9"]);
  }
});

/** Posts one row. Returns its place. */
async function entry(
  { accountId }: Context,
  more: Pick<Entry, "type" | "amount"> & Partial<Entry>,
): Promise<bigint> {
  const posting = { accountId, unit: "credit", idempotencyKey: newId(), floor: null } as const;
  const [outcome] = await post([
    { ...posting, entries: [{ description: more.type, source: "system", ...more }] },
  ]);
  return postedOf(outcome).seq ?? 0n;
}

/** Gives a part of a row back, as every verb does. */
async function giveBack(
  { accountId }: Context,
  seq: bigint,
  type: TransactionType,
  amount: bigint,
  ref = {},
) {
  await inAccount(accountId, async (tx) => {
    const restores = await restorableWithin(tx, { accountId, unit: "credit", seqs: [seq] });
    const row = {
      type,
      amount: nano(amount),
      description: "back",
      source: "system",
      restores,
      ...ref,
    } as const;
    const [outcome] = await postWithin(tx, [
      { accountId, unit: "credit", idempotencyKey: newId(), floor: null, entries: [row] },
    ]);
    postedOf(outcome);
  });
}

const amount = fc.bigInt({ min: 1n, max: 40n }).map((tens) => tens * 1_000_000_000n);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom("topup", "bonus", "gift"), amount }),
  fc.record({ kind: fc.constantFrom("use", "use", "use", "withdraw"), amount }),
  fc.record({ kind: fc.constantFrom("back", "back"), amount, which: fc.nat() }),
);

type Step = { kind: string; amount: bigint; which?: number };

const of = (kind: string, tens: bigint, which?: number): Step => ({
  kind,
  amount: tens * 1_000_000_000n,
  ...(which !== undefined && { which }),
});

/** Histories that once turned paid credit into free: money that went back and came back while something was owed. */
const HISTORIES = [
  [of("topup", 1n), of("withdraw", 1n), of("use", 1n), of("back", 1n, 0), of("use", 1n), of("topup", 1n)],
  [of("topup", 1n), of("withdraw", 1n), of("withdraw", 2n), of("topup", 1n), of("back", 1n, 0)],
  [
    ...[of("topup", 2n), of("use", 1n), of("withdraw", 2n), of("back", 1n, 0)],
    ...[of("topup", 1n), of("topup", 1n), of("back", 1n, 0)],
  ],
  [
    ...[
      of("topup", 2n),
      of("use", 1n),
      of("withdraw", 1n),
      of("use", 1n),
      of("withdraw", 1n),
      of("topup", 1n),
    ],
    ...[of("back", 1n, 1), of("back", 1n, 0), of("back", 1n, 1)],
  ],
];

it("whatever happened: when all is given back, what was paid for is paid credit, and no grant was ever above itself", async () => {
  const money = { refType: "payment_intent", refId: "pi_1" };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 18 }), async (steps) => {
      const ctx = await testAccount();
      const open: { seq: bigint; left: bigint; isMoney: boolean }[] = [];
      const back = async (which: number, most: bigint) => {
        const at = which % open.length;
        const row = open[at]!;
        // What went back as money comes back whole.
        const part = row.isMoney || most > row.left ? row.left : most;
        await giveBack(ctx, row.seq, "refund", part, row.isMoney ? money : {});
        open.splice(at, 1);
        expect(await overfull(ctx)).toEqual([]);
        return row.left - part;
      };
      let [bought, kept] = [0n, 0n];
      for (const each of steps) {
        const size = nano(each.amount);
        if (each.kind === "topup") {
          await topUp(ctx, formatCredits(size));
          bought += size;
        } else if (each.kind === "bonus") await grant(ctx, formatCredits(size));
        else if (each.kind === "gift") await entry(ctx, { type: "admin_correction", amount: size });
        else if (each.kind === "use" || each.kind === "withdraw") {
          const isMoney = each.kind === "withdraw";
          const row = {
            type: isMoney ? "refund" : "spend",
            amount: nano(-size),
            ...(isMoney && money),
          } as const;
          open.push({ seq: await entry(ctx, row), left: size, isMoney });
        } else if (each.which !== undefined && open.length > 0) kept += await back(each.which, each.amount);
      }
      while (open.length > 0) await back(open.length - 1, 10n ** 15n);
      // What was used for good, and nothing else, is gone of what was paid for or given.
      const [left] = await readInAccount(ctx.accountId, (sql) =>
        sql.query<{ paid: string; gone: string }>(LEFT, [ctx.accountId]),
      );
      expect(BigInt(left?.gone ?? "-1")).toBe(kept);
      expect(bought - BigInt(left?.paid ?? "-1") <= kept).toBe(true);
      if (kept === 0n) expect(BigInt(left?.paid ?? "-1")).toBe(bought);
    }),
    { numRuns: 80, examples: HISTORIES.map((steps) => [steps]) },
  );
}, 180_000);

/** What is left of what was paid for, and what is gone of all that was given; what came back as a grant of its own is neither. */
const LEFT = `
SELECT coalesce(sum(l.left) FILTER (WHERE g.paid > 0), 0)::text AS paid,
  (coalesce(sum(g.amount) FILTER (WHERE g.origin <> 'refund'), 0) - w.balance)::text AS gone
FROM wallets w LEFT JOIN grants g ON g.account_id = w.account_id AND g.unit = w.unit
LEFT JOIN LATERAL (SELECT (l ->> 'remaining')::numeric AS left FROM jsonb_array_elements(w.lots) l WHERE (l ->> 'no')::int = g.no) l ON true
WHERE w.account_id = $1 AND w.unit = 'credit' GROUP BY w.balance`;

function overfull({ accountId }: Context) {
  return readInAccount(accountId, (sql) =>
    sql.query(
      `SELECT g.no, g.amount, l ->> 'remaining' AS left FROM wallets w, jsonb_array_elements(w.lots) l
       JOIN grants g ON g.account_id = $1 AND g.unit = 'credit' AND g.no = (l ->> 'no')::int
       WHERE w.account_id = $1 AND w.unit = 'credit' AND (l ->> 'remaining')::numeric > g.amount`,
      [accountId],
    ),
  );
}
