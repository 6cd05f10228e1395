import { hasLimits, lockLimits } from "@/lib/budgets/limits";
import { checkLimits } from "@/lib/budgets/rules/check";
import { inAccount } from "@/lib/db/transaction";
import { post, postWithin } from "@/lib/ledger/post";
import { scopeOf } from "@/lib/ledger/rules/scope";
import type { Outcome, Posting, WorkScope } from "@/lib/ledger/types";
import { add, type Nano, ZERO } from "@/lib/values/money";
import { findKnownEvents } from "./known-events";

interface Group {
  scope: WorkScope;
  members: { index: number; posting: Posting }[];
}

/**
 * Posts the usage events of one account, each answered on its own, in their order. What has run is posted as it is; what is only to run when it fits
 * (its posting has a floor) is first held against the budgets and the mandate that cover it, under their locks and in one transaction with them.
 */
export async function postEvents(accountId: string, postings: readonly Posting[]): Promise<Outcome[]> {
  const groups = await limitedGroups(accountId, postings);
  const limited = new Set(groups.flatMap(({ members }) => members.map(({ index }) => index)));
  const free = postings
    .map((posting, index) => ({ posting, index }))
    .filter(({ index }) => !limited.has(index));
  const outcomes = new Array<Outcome>(postings.length);
  const posted = await post(free.map(({ posting }) => posting));
  for (const [at, { index }] of free.entries()) keep(outcomes, index, posted[at]);
  for (const group of groups) {
    const answers = await postGroup(accountId, group);
    for (const [at, { index }] of group.members.entries()) keep(outcomes, index, answers[at]);
  }
  return outcomes;
}

function keep(outcomes: Outcome[], index: number, outcome: Outcome | undefined): void {
  if (!outcome) throw new Error("a posting got no outcome");
  outcomes[index] = outcome;
}

/** Work of one kind is covered by the same budgets: it shares their locks, so that no two transactions lock in different orders. */
async function limitedGroups(accountId: string, postings: readonly Posting[]): Promise<Group[]> {
  const groups = new Map<string, Group>();
  for (const [index, posting] of postings.entries()) {
    const { event, floor, unit } = posting;
    if (!event || floor === null || unit !== "credit") continue;
    const scope = scopeOf(event);
    const name = JSON.stringify(scope);
    const group = groups.get(name) ?? { scope, members: [] };
    groups.set(name, group);
    group.members.push({ index, posting });
  }
  const all = [...groups.values()];
  const covered = await Promise.all(all.map(({ scope }) => hasLimits(accountId, scope)));
  return all.filter((_, at) => covered[at]);
}

async function postGroup(accountId: string, { scope, members }: Group): Promise<Outcome[]> {
  const ids = members.map(({ posting }) => posting.event?.id ?? "");
  return inAccount(accountId, async (tx) => {
    const limits = await lockLimits(tx, accountId, scope, new Date());
    // What is known was let through before: it is answered as then, whatever is left.
    const known = await findKnownEvents(accountId, ids);
    let asked: Nano = ZERO;
    const refusals = members.map(({ posting: { event } }): Outcome | null => {
      if (!event || known.has(event.id)) return null;
      const fault = checkLimits(limits, add(asked, event.charge));
      if (fault) return { status: "refused", code: fault.code, detail: fault.detail };
      asked = add(asked, event.charge);
      return null;
    });
    const fitting = members.filter((_, at) => refusals[at] === null);
    const posted = await postWithin(
      tx,
      fitting.map(({ posting }) => posting),
    );
    return refusals.map((refusal) => refusal ?? posted.shift() ?? missing());
  });
}

function missing(): never {
  throw new Error("a posting got no outcome");
}
