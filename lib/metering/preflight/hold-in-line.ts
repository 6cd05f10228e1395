import { lockLimits } from "@/lib/budgets/limits";
import { checkLimits, withHeld } from "@/lib/budgets/rules/check";
import type { BudgetState } from "@/lib/budgets/rules/limit";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import { type HoldRequest, type HoldResult, openHoldsWithin } from "@/lib/ledger/holds";
import { scopeOf } from "@/lib/ledger/rules/scope";
import type { WorkScope } from "@/lib/ledger/types";
import type { Context } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";

/** A hold for work of which it is said what it is for. */
export type WorkRequest = HoldRequest & { scope: WorkScope };

/** A hold, and the limits that cover its work as they were before it. */
export interface HeldWork extends HoldResult {
  budgets: readonly BudgetState[];
}

/** More than these do not share a transaction, so that nobody waits long for the others. */
const MAX_BATCH = 100;

interface Waiting {
  ctx: Context;
  request: WorkRequest;
  /** Work of one name falls under the same limits. */
  name: string;
  resolve: (held: HeldWork) => void;
  reject: (error: unknown) => void;
}

/** What became of one; `again` when it must be looked at once more. */
type Ending = HeldWork | Refusal | "again";

const lines = new Map<string, Waiting[]>();

/**
 * Holds credit for work that has limits. Whoever asks for an account waits in a line of its own, and those who wait for the same limits share a
 * transaction: a busy account takes one connection of this process, and leaves the others to everybody else.
 * @throws Refusal as `holdWork` does
 */
export function holdInLine(ctx: Context, request: WorkRequest): Promise<HeldWork> {
  return new Promise((resolve, reject) => {
    const waiting = { ctx, request, name: JSON.stringify(scopeOf(request.scope)), resolve, reject };
    const line = lines.get(ctx.accountId);
    if (line) line.push(waiting);
    else {
      const opened = [waiting];
      lines.set(ctx.accountId, opened);
      void serve(ctx.accountId, opened);
    }
  });
}

async function serve(accountId: string, line: Waiting[]): Promise<void> {
  // Callers of the same turn of the event loop travel together.
  await Promise.resolve();
  for (let batch = takeAlike(line); batch; batch = takeAlike(line)) {
    const endings = await settle(batch);
    for (const [index, one] of batch.entries()) {
      const ending = endings[index];
      if (ending === undefined || ending === "again") line.push(one);
      else if (ending instanceof Error) one.reject(ending);
      else one.resolve(ending);
    }
  }
  // In the same turn as the last look: whoever comes later opens another line.
  lines.delete(accountId);
}

function takeAlike(line: Waiting[]): Waiting[] | null {
  const [first] = line;
  if (!first) return null;
  const alike = line.filter(({ name }) => name === first.name).slice(0, MAX_BATCH);
  const taken = new Set(alike);
  line.splice(0, line.length, ...line.filter((one) => !taken.has(one)));
  return alike;
}

async function settle(batch: readonly Waiting[]): Promise<readonly (Ending | Error)[]> {
  const [first] = batch;
  if (!first) return [];
  const { ctx } = first;
  const requests = batch.map(({ request }) => request);
  try {
    return await inAccount(ctx.accountId, (tx) => holdAll(tx, ctx, requests));
  } catch (error) {
    return batch.map(() => (error instanceof Error ? error : new Error(String(error))));
  }
}

/** Looks at each in turn, as if it came after those before it. All are of one scope. */
async function holdAll(tx: Tx, ctx: Context, requests: readonly WorkRequest[]): Promise<Ending[]> {
  const [first] = requests;
  if (!first) return [];
  let budgets = await lockLimits(tx, ctx.accountId, first.scope, new Date());
  const known = await knownKeys(tx, ctx.accountId, requests);
  const seen = requests.map((request) => {
    const { idempotencyKey, amount } = request;
    const before = budgets;
    // A repeated request has its hold already: it counts in what is held, and is answered whatever is left.
    if (known.has(idempotencyKey)) return { request, before, fault: null };
    const fault = checkLimits(before, amount);
    if (!fault) {
      known.add(idempotencyKey);
      budgets = before.map((state) => withHeld(state, amount));
    }
    return { request, before, fault };
  });
  const fitting = seen.filter(({ fault }) => fault === null);
  const opened = await openHoldsWithin(
    tx,
    ctx,
    fitting.map(({ request }) => request),
  );
  const outcomes = new Map(fitting.map(({ request }, index) => [request, opened[index]]));
  // What was refused for want of credit takes nothing of a budget: those behind it have not been judged yet.
  const short = opened.some((outcome) => outcome instanceof Refusal);
  return seen.map(({ request, before, fault }) => {
    if (fault) return short ? "again" : new Refusal(fault.code, fault.detail);
    const outcome = outcomes.get(request);
    if (outcome === undefined) throw new Error("a hold got no outcome");
    return outcome instanceof Refusal ? outcome : { ...outcome, budgets: before };
  });
}

async function knownKeys(tx: Tx, accountId: string, requests: readonly WorkRequest[]): Promise<Set<string>> {
  const rows = await sqlOf(tx).query<{ key: string }>(
    "SELECT idempotency_key AS key FROM holds WHERE account_id = $1::uuid AND idempotency_key = ANY ($2::text[])",
    [accountId, requests.map(({ idempotencyKey }) => idempotencyKey)],
  );
  return new Set(rows.map(({ key }) => key));
}
