import { acrossAccounts, inAccount, sqlOf } from "@/lib/db/transaction";
import { grantPosting } from "@/lib/ledger/grant-credit";
import { openWallets } from "@/lib/ledger/open-wallets";
import { post, postedOf } from "@/lib/ledger/post";
import type { Posting, TransactionType } from "@/lib/ledger/types";
import { type Context, systemContext } from "@/lib/values/context";
import { newId, type Unit } from "@/lib/values/ids";
import { type Nano, nano, negate, parseCredits } from "@/lib/values/money";

/** A new account with empty wallets. */
export async function testAccount(name = "Test"): Promise<Context> {
  const id = newId();
  await acrossAccounts((tx) =>
    sqlOf(tx).query("INSERT INTO accounts (id, name) VALUES ($1::uuid, $2)", [id, name]),
  );
  await inAccount(id, (tx) => openWallets(tx, id));
  return systemContext(id, "test");
}

/** A new account whose history may begin that long ago: postings that say when they happened take place from then on. */
export async function accountSince(first: string): Promise<Context> {
  const ctx = await testAccount();
  await inAccount(ctx.accountId, (tx) =>
    sqlOf(tx).query("UPDATE wallets SET last_posted_at = $2 WHERE account_id = $1::uuid RETURNING unit", [
      ctx.accountId,
      new Date(first),
    ]),
  );
  return ctx;
}

/** Posts one row as it happened back then; rows are posted in the order of their times. */
export async function postAt(
  ctx: Context,
  at: string,
  type: TransactionType,
  credits: string,
): Promise<void> {
  const amount = parseCredits(credits);
  const { accountId } = ctx;
  const when = { unit: "credit", idempotencyKey: newId(), at: new Date(at) } as const;
  const [outcome] = await post([
    type === "topup"
      ? grantPosting({ ...when, accountId, type, amount, description: type, source: "system" })
      : { ...when, accountId, floor: null, entries: [{ type, amount, description: type, source: "api" }] },
  ]);
  postedOf(outcome);
}

/** A new account with that much free credit. */
export async function accountWith(credits: string): Promise<Context> {
  const ctx = await testAccount();
  await grant(ctx, credits);
  return ctx;
}

/** Adds free credit, as one grant. */
export async function grant(ctx: Context, credits: string, expiresAt: Date | null = null): Promise<void> {
  const posting = grantPosting({
    accountId: ctx.accountId,
    unit: "credit",
    type: "bonus",
    amount: parseCredits(credits),
    description: `Bonus of ${credits} ECU`,
    source: "system",
    idempotencyKey: `grant:${newId()}`,
    expiresAt,
  });
  const [outcome] = await post([posting]);
  postedOf(outcome);
}

/** A spend that is refused when it does not fit. */
export function spend(
  ctx: Context,
  credits: string,
  key: string = newId(),
  floor: Nano | null = nano(0n),
): Posting {
  return {
    accountId: ctx.accountId,
    unit: "credit",
    idempotencyKey: key,
    entries: [
      { type: "spend", amount: negate(parseCredits(credits)), description: `Spend ${key}`, source: "api" },
    ],
    floor,
  };
}

/** What stands on the wallet's head. */
export async function balanceOf(
  ctx: Context,
  unit: Unit = "credit",
): Promise<{ balance: bigint; held: bigint; seq: bigint }> {
  const [row] = await inAccount(ctx.accountId, (tx) =>
    sqlOf(tx).query<{ balance: bigint; held: bigint; seq: bigint }>(
      "SELECT balance, held, seq FROM wallets WHERE account_id = $1::uuid AND unit = $2::wallet_unit",
      [ctx.accountId, unit],
    ),
  );
  if (!row) throw new Error("there is no such wallet");
  return row;
}
