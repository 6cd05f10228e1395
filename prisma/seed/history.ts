import { sqlOf, inAccount } from "@/lib/db/transaction";
import { grantPosting } from "@/lib/ledger/grant-credit";
import { openHold, openPrepaidHold, settlePrepaidHold } from "@/lib/ledger/holds";
import { post, postedOf } from "@/lib/ledger/post";
import { readWallets } from "@/lib/ledger/wallets";
import { recordUsage } from "@/lib/metering/record";
import { type Context } from "@/lib/values/context";
import { formatCredits, nano, parseCredits } from "@/lib/values/money";
import { DAY_MS, startOfDay, utcDay } from "@/lib/values/time";
import { callsOfDay } from "./calls";
import type { Company } from "./companies";
import type { Chance } from "./random";

export const DAYS = 90;

/**
 * Lives 90 days of a company through the same verbs that real ones go through, each row at the time when it happened. `service` is the account
 * as its own services reach it, with a key.
 */
export async function liveThrough(
  ctx: Context,
  service: Context,
  company: Company,
  chance: Chance,
  now: Date,
  onDay: () => void,
): Promise<void> {
  const first = startOfDay(utcDay(new Date(now.getTime() - DAYS * DAY_MS)));
  await beginAt(ctx, first);
  await starterPack(ctx, first);
  for (let day = 0; day <= DAYS; day++) {
    const start = new Date(first.getTime() + day * DAY_MS);
    await refillIfLow(ctx, company, start, day);
    const calls = callsOfDay(chance, company, start, day / DAYS, now);
    if (calls.length > 0) await record(service, calls);
    if (company.gpuInstances && day % 9 === 4)
      await gpuInstance(ctx, chance, start, 128 + Math.floor(day / 9));
    if (day === 41) await correction(ctx, new Date(start.getTime() + 15 * 3_600_000));
    onDay();
  }
  await runningEvaluation(ctx, now);
}

/** An evaluation that runs just now: its worst case is held for a day. */
async function runningEvaluation(ctx: Context, now: Date): Promise<void> {
  await openHold(ctx, {
    amount: parseCredits("12.5"),
    description: "Evaluation of tonight: worst case of 1,250 judge runs",
    idempotencyKey: "evaluation:tonight",
    expiresAt: new Date(now.getTime() + DAY_MS),
    refType: "run",
    refId: "eval-2291",
  });
}

/** The wallets were opened just now; their time begins with the history. */
async function beginAt({ accountId }: Context, first: Date): Promise<void> {
  await inAccount(accountId, async (tx) => {
    await sqlOf(tx).query(
      "UPDATE wallets SET last_posted_at = $2, created_at = $2 WHERE account_id = $1::uuid",
      [accountId, first],
    );
    await tx.account.update({ where: { id: accountId }, data: { createdAt: first } });
    await tx.member.updateMany({ where: { accountId }, data: { createdAt: first } });
  });
}

async function starterPack({ accountId }: Context, at: Date): Promise<void> {
  const starter = { accountId, type: "bonus", source: "system", at } as const;
  const outcomes = await post([
    grantPosting({
      ...starter,
      unit: "credit",
      amount: parseCredits("75"),
      description: "Free starter pack",
      idempotencyKey: "starter:credit",
    }),
    grantPosting({
      ...starter,
      unit: "tool_run",
      amount: nano(10_000n),
      description: "Free starter pack: tool runs",
      idempotencyKey: "starter:tool_run",
    }),
  ]);
  outcomes.forEach(postedOf);
}

/** Somebody buys credit in the morning when little is left; once, a promotion comes on top that expires. */
async function refillIfLow(ctx: Context, company: Company, start: Date, day: number): Promise<void> {
  const { credit } = await readWallets(ctx);
  if (credit.available >= parseCredits(company.refillBelow)) return;
  const at = new Date(start.getTime() + 8 * 3_600_000);
  const bought = { accountId: ctx.accountId, unit: "credit", source: "system", at } as const;
  const description = `Credit added by the operator: ${company.refill} ECU, invoice ${company.name.slice(0, 2).toUpperCase()}-${1_000 + day}`;
  const postings = [
    grantPosting({
      ...bought,
      type: "topup",
      amount: parseCredits(company.refill),
      description,
      idempotencyKey: `invoice:${day}`,
    }),
  ];
  if (day > 20 && day < 40) {
    const expiresAt = new Date(at.getTime() + 30 * DAY_MS);
    const promotion = {
      type: "bonus",
      amount: parseCredits("40"),
      description: "Autumn promotion, for 30 days",
      idempotencyKey: "promotion",
    } as const;
    postings.push(grantPosting({ ...bought, ...promotion, expiresAt }));
  }
  (await post(postings)).forEach(postedOf);
}

async function record(ctx: Context, calls: readonly unknown[]): Promise<void> {
  const answers = await recordUsage(ctx, calls, true);
  const refused = answers.find((answer) => "error" in answer && answer.error);
  if (refused) throw new Error(`the demo could not be metered: ${JSON.stringify(refused)}`);
}

const GPU_HOUR = parseCredits("8");

/** A GPU instance: its hold when it starts, and what was not used of it when it stops. */
async function gpuInstance(ctx: Context, chance: Chance, start: Date, number: number): Promise<void> {
  const at = new Date(start.getTime() + DAY_MS - 30_000);
  const hours = chance.between(2, 6);
  const minutes = chance.between(40, hours * 60 - 10);
  const name = `GPU Instance #${number}`;
  const held = nano(GPU_HOUR * BigInt(hours));
  const { hold } = await openPrepaidHold(ctx, {
    amount: held,
    description: `${name}: hold ${formatCredits(GPU_HOUR)} ECU × 1 GPU × ${hours} h`,
    idempotencyKey: `instance:${number}:hold`,
    expiresAt: null,
    refType: "instance",
    refId: String(number),
    source: "worker",
    floor: nano(-parseCredits("100")),
    at,
  });
  await settlePrepaidHold(ctx, {
    id: hold.id,
    used: nano((GPU_HOUR * BigInt(minutes)) / 60n),
    description: `${name}: ran ${Math.floor(minutes / 60)} h ${minutes % 60} min of ${hours} h, the rest of the hold`,
    source: "worker",
    idempotencyKey: `instance:${number}:end`,
    at: new Date(at.getTime() + minutes * 60_000),
  });
}

async function correction({ accountId }: Context, at: Date): Promise<void> {
  const description =
    "Correction: a batch of judge runs was metered twice by the evaluation service (case 2291)";
  const entries = [
    { type: "admin_correction", amount: parseCredits("2.4"), description, source: "admin_correction" },
  ] as const;
  const [outcome] = await post([
    { accountId, unit: "credit", idempotencyKey: "correction:2291", entries, floor: null, at },
  ]);
  postedOf(outcome);
}
