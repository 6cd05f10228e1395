import { expect, it } from "vitest";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { balanceOf } from "@/lib/testing/accounts";
import { systemContext } from "@/lib/values/context";
import { parseCredits, ZERO } from "@/lib/values/money";
import { openAccount } from "./create-account";

/** By how many commits an account came to be, its rows included. */
async function commitsOf(accountId: string): Promise<number> {
  const [row] = await inAccount(accountId, (tx) =>
    sqlOf(tx).query<{ commits: bigint }>(
      `SELECT count(DISTINCT xmin) AS commits FROM (
         SELECT xmin::text FROM accounts WHERE id = $1::uuid UNION ALL SELECT xmin::text FROM transactions WHERE account_id = $1::uuid) t (xmin)`,
      [accountId],
    ),
  );
  return Number(row?.commits);
}

it.each([
  ["12.5", parseCredits("12.5")],
  ["nothing", ZERO],
  ["the starter credit", null],
])(
  "opens an account with %s in one commit, so that none is left without what it was promised",
  async (_, credit) => {
    const id = await openAccount("Customer", credit);
    const { balance } = await balanceOf(systemContext(id, "test"));
    expect(balance).toBe(credit ?? parseCredits("75"));
    expect(await commitsOf(id)).toBe(1);
  },
);
