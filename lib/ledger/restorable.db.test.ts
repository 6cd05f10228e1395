import { expect, it } from "vitest";
import { readInAccount } from "@/lib/db/transaction";
import { grant, testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";
import { grantPosting } from "./grant-credit";
import { openPrepaidHold, settlePrepaidHold } from "./holds";
import { post, postedOf } from "./post";

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
