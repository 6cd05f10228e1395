import { audit } from "@/lib/accounts/audit";
import { contextOfOperator, type Operator } from "@/lib/accounts/operator";
import { approveAdjustment } from "@/lib/backoffice/adjustments/approve";
import { proposeCorrection, proposeGrant } from "@/lib/backoffice/adjustments/propose";
import { inAccount } from "@/lib/db/transaction";
import { grantPosting } from "@/lib/ledger/grant-credit";
import { openHold } from "@/lib/ledger/holds";
import { post, postedOf, postWithin } from "@/lib/ledger/post";
import { readWallets } from "@/lib/ledger/wallets";
import { recordUsage } from "@/lib/metering/record";
import { type Context } from "@/lib/values/context";
import { newId, transactionId } from "@/lib/values/ids";
import { nano, parseCredits } from "@/lib/values/money";
import { DAY_MS, startOfDay, utcDay } from "@/lib/values/time";
import { type Call, callsOfDay } from "./calls";
import type { Company } from "./companies";
import { forgetLetters, liveMoment, momentsOf } from "./happenings";
import type { Chance } from "./random";

export const DAYS = 90;

/** Who puts right what is wrong, and who says yes to it. */
export interface Operators {
  operator: Operator;
  colleague: Operator;
}

/** When the history begins: the accounts are opened then. */
export function firstDay(now: Date): Date {
  return startOfDay(utcDay(new Date(now.getTime() - DAYS * DAY_MS)));
}

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
  operators: Operators,
  onDay: () => void,
): Promise<void> {
  const first = firstDay(now);
  await starterPack(ctx, first);
  for (let day = 0; day <= DAYS; day++) {
    const start = new Date(first.getTime() + day * DAY_MS);
    await refillIfLow(ctx, company, start, day, operators);
    let calls = callsOfDay(chance, company, start, day / DAYS, now);
    for (const moment of momentsOf(company.happenings, day, start, now)) {
      calls = await recordUntil(service, calls, moment.at);
      await liveMoment(service, moment);
    }
    await record(service, calls);
    if (day === 41) await correction(ctx, operators, new Date(start.getTime() + 15 * 3_600_000));
    onDay();
  }
  await forgetLetters(ctx);
  await runningEvaluation(ctx, now);
}

/** Meters what was called before a moment, and gives the rest. */
async function recordUntil(service: Context, calls: readonly Call[], at: Date): Promise<Call[]> {
  const until = at.toISOString();
  await record(
    service,
    calls.filter(({ occurred_at }) => occurred_at < until),
  );
  return calls.filter(({ occurred_at }) => occurred_at >= until);
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
async function refillIfLow(
  ctx: Context,
  company: Company,
  start: Date,
  day: number,
  operators: Operators,
): Promise<void> {
  const { credit } = await readWallets(ctx);
  if (credit.available >= parseCredits(company.refillBelow)) return;
  const at = new Date(start.getTime() + 8 * 3_600_000);
  const amount = parseCredits(company.refill);
  const description = `Credit added by the operator: ${company.refill} ECU, invoice ${company.name.slice(0, 2).toUpperCase()}-${1_000 + day}`;
  await inAccount(ctx.accountId, async (tx) => {
    const bought = { accountId: ctx.accountId, unit: "credit", source: "system", at } as const;
    const topup = { type: "topup", amount, description, idempotencyKey: `invoice:${day}` } as const;
    const [outcome] = await postWithin(tx, [grantPosting({ ...bought, ...topup })]);
    const [row] = postedOf(outcome).transactions;
    await audit(tx, contextOfOperator(operators.operator, ctx.accountId), {
      ...{ action: "transaction.posted", subjectType: "transaction", at },
      subjectId: row && transactionId(row),
      details: { type: "topup", amount: company.refill, unit: "credit", description },
    });
  });
  if (day > 20 && day < 40) await promotion(ctx, operators, at);
}

async function record(ctx: Context, calls: readonly unknown[]): Promise<void> {
  if (calls.length === 0) return;
  const answers = await recordUsage(ctx, calls, true);
  const refused = answers.find(({ result }) => result === "refused");
  if (refused) throw new Error(`the demo could not be metered: ${JSON.stringify(refused)}`);
}

async function promotion(
  { accountId }: Context,
  { operator, colleague }: Operators,
  at: Date,
): Promise<void> {
  const amount = "40";
  const expiresOn = utcDay(new Date(at.getTime() + 30 * DAY_MS));
  const reason = "Autumn promotion, for 30 days";
  const asked = { accountId, requestKey: newId(), unit: "credit", amount, reason, expiresOn } as const;
  const id = await proposeGrant(operator, asked, before(at));
  await approveAdjustment(colleague, { accountId, id, amount }, at);
}

async function correction(
  { accountId }: Context,
  { operator, colleague }: Operators,
  at: Date,
): Promise<void> {
  const amount = "2.4";
  const reason = "A batch of judge runs was metered twice by the evaluation service (case 2291)";
  const id = await proposeCorrection(
    operator,
    { accountId, requestKey: newId(), unit: "credit", amount, reason, corrects: "", others: [] },
    before(at),
  );
  await approveAdjustment(colleague, { accountId, id, amount }, at);
}

/** A colleague looks at what was proposed a little later. */
function before(at: Date): Date {
  return new Date(at.getTime() - 25 * 60_000);
}
