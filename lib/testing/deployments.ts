import { z } from "zod";
import { InstanceInput, ResourceInput, type ResourceKind } from "@/lib/deployments/schema";
import { registerResource } from "@/lib/deployments/register-resource";
import { startInstance } from "@/lib/deployments/start-instance";
import { listTransactions } from "@/lib/ledger/list";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { prisma } from "@/lib/db/client";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { accountWith, grant, testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { parseCredits } from "@/lib/values/money";
import { addDays, startOfDay, utcDay } from "@/lib/values/time";

export { accountWith, ensureDefaultRateCard, grant, testAccount };

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
  await grantAt(ctx, credits, at);
  return ctx;
}

export async function grantAt(ctx: Context, credits: string, at: Date): Promise<void> {
  const { grantPosting } = await import("@/lib/ledger/grant-credit");
  const { post, postedOf } = await import("@/lib/ledger/post");
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

/** Sets how far an account may go. */
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
