import { expect, it } from "vitest";
import { grantPosting } from "@/lib/ledger/grant-credit";
import { post } from "@/lib/ledger/post";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { spend, testAccount } from "@/lib/testing/accounts";
import { newId } from "@/lib/values/ids";
import { parseCredits } from "@/lib/values/money";
import { DAY_MS } from "@/lib/values/time";
import { readRunOut } from "./read-run-out";

it("says between which days the credit runs out, by what was used day by day, and nothing for a new account", async () => {
  const ctx = await testAccount();
  const now = new Date();
  expect(await readRunOut(ctx, now)).toBeNull();
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await inAccount(ctx.accountId, (tx) =>
    sqlOf(tx).query("UPDATE wallets SET last_posted_at = $2 WHERE account_id = $1::uuid", [
      ctx.accountId,
      ago(40),
    ]),
  );
  const posting = grantPosting({
    accountId: ctx.accountId,
    unit: "credit",
    type: "bonus",
    source: "system",
    description: "Bonus",
    amount: parseCredits("400"),
    idempotencyKey: newId(),
    expiresAt: null,
    at: ago(39),
  });
  await post([posting]);
  for (let day = 30; day > 0; day -= 1) await post([{ ...spend(ctx, "10"), at: ago(day) }]);
  const range = await readRunOut(ctx, now);
  const days = [range?.low, range?.middle, range?.high].map((day) =>
    Math.round((Date.parse(day ?? "") - now.getTime()) / DAY_MS),
  );
  expect(days[0]).toBeGreaterThanOrEqual(7);
  expect(days[2]).toBeLessThanOrEqual(13);
  expect(days[1]).toBeGreaterThanOrEqual(days[0] ?? 0);
});
