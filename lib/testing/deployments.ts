import type { z } from "zod";
import { InstanceInput, ResourceInput, type ResourceKind } from "@/lib/deployments/schema";
import { registerResource } from "@/lib/deployments/register-resource";
import { startInstance } from "@/lib/deployments/start-instance";
import { grantPosting } from "@/lib/ledger/grant-credit";
import { post, postedOf } from "@/lib/ledger/post";
import { listTransactions } from "@/lib/ledger/list";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { forgetRateCards } from "@/lib/metering/rate-cards";
import { writeRateCard } from "@/lib/metering/write-rate-card";
import { prisma } from "@/lib/db/client";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { parseCredits, ZERO } from "@/lib/values/money";
import { PICO_PER_USD, picoUsd } from "@/lib/values/usd";
import { addDays, startOfDay, utcDay } from "@/lib/values/time";

export { ensureDefaultRateCard };

/** Noon (UTC) so many days ago, so that whole histories lie behind us. */
export function noon(daysAgo: number): Date {
  return new Date(startOfDay(addDays(utcDay(new Date()), -daysAgo)).getTime() + 12 * 3_600_000);
}

export function after(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000);
}

/** Starts an instance at a moment, as the API reads it. */
export function start(ctx: Context, input: z.input<typeof InstanceInput>, at: Date) {
  return startInstance(ctx, InstanceInput.parse({ ...input, started_at: at.toISOString() }));
}

export function register(
  ctx: Context,
  kind: ResourceKind,
  id: string,
  input: z.input<typeof ResourceInput>,
  now?: Date,
) {
  return registerResource(ctx, kind, id, ResourceInput.parse(input), now);
}

/** The ledger, oldest first: type, amount and description of each row but the grants. */
export async function ledgerOf(ctx: Context): Promise<string[]> {
  const { rows } = await listTransactions(ctx, {}, { limit: 1_000 });
  return rows
    .filter(({ type }) => type !== "bonus")
    .map(({ type, amount, description }) => `${type} ${amount} ${description}`)
    .reverse();
}

/** An account with free credit from before all history of a test. */
export async function accountSince(at: Date, credits: string): Promise<Context> {
  const ctx = await testAccount();
  // The wallet is as old as its history: time in a ledger never steps back.
  await inAccount(ctx.accountId, (tx) =>
    tx.wallet.updateMany({ where: { accountId: ctx.accountId }, data: { lastPostedAt: at } }),
  );
  await grantAt(ctx, credits, at);
  return ctx;
}

export async function grantAt(ctx: Context, credits: string, at: Date): Promise<void> {
  const posting = grantPosting({
    accountId: ctx.accountId,
    unit: "credit",
    type: "bonus",
    amount: parseCredits(credits),
    description: `Bonus of ${credits} ECU`,
    source: "system",
    idempotencyKey: `grant:${newId()}`,
    expiresAt: null,
  });
  const [outcome] = await post([{ ...posting, at }]);
  postedOf(outcome);
}

/** Sets how far an account may go: below `low` nothing new is deployed, past `negative` (zero or below) what runs is stopped. */
export function setPolicy(ctx: Context, low: string, negative: string): Promise<unknown> {
  return inAccount(ctx.accountId, (tx) =>
    sqlOf(tx).query(
      "UPDATE accounts SET low_limit = $2, negative_limit = $3 WHERE id = $1::uuid RETURNING id",
      [ctx.accountId, parseCredits(low), parseCredits(negative)],
    ),
  );
}

/** The mails about an account: template and subject, oldest first. */
export async function mailsOf(ctx: Context): Promise<string[]> {
  const mails = await prisma().email.findMany({
    where: { accountId: ctx.accountId, template: { startsWith: "deployment-" } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return mails.map(({ template, subject }) => `${template}: ${subject}`);
}

/** A price of the account's own for an hour of an inference instance on an L4, from a time on; null for none any more. */
export async function overridePrice(ctx: Context, price: string | null, validFrom: Date): Promise<void> {
  const entry = { operation: "", model: "", per: 1n, markupPpm: null, floor: ZERO, unit: "credit" } as const;
  const other = { ...entry, feature: "storage", hardware: "tape", meter: "gb_day", price: ZERO };
  const own =
    price === null
      ? []
      : [
          {
            ...entry,
            feature: "inference_instance",
            hardware: "l4",
            meter: "hour",
            price: parseCredits(price),
          },
        ];
  await writeRateCard(sqlOf(prisma()), {
    accountId: ctx.accountId,
    priceList: null,
    creditValue: picoUsd(PICO_PER_USD / 10n),
    validFrom,
    note: "test",
    createdBy: "test",
    entries: [...own, other],
  });
  forgetRateCards();
}
