import { hasLimits } from "@/lib/budgets/limits";
import { post } from "@/lib/ledger/post";
import { scopeOf } from "@/lib/ledger/rules/scope";
import type { Outcome, WorkScope } from "@/lib/ledger/types";
import { type EventPosting, postGroup } from "./post-group";

interface Group {
  scope: WorkScope | null;
  members: Placed[];
}

interface Placed {
  index: number;
  event: EventPosting;
}

/**
 * Posts the usage events of one account, each answered on its own, in their order. What has run is posted as it is; what is only to run when it fits
 * (its posting has a floor) is first held against the budgets and the mandate that cover it, under their locks and in one transaction with them.
 * So is, with the month's volumes, what is priced by tiers.
 */
export async function postEvents(accountId: string, events: readonly EventPosting[]): Promise<Outcome[]> {
  const placed = events.map((event, index) => ({ event, index }));
  const groups = await limitedGroups(accountId, placed);
  const limited = new Set(groups.flatMap(({ members }) => members));
  const others = placed.filter((member) => !limited.has(member));
  const tiered = others.filter(({ event }) => event.tiers);
  if (tiered.length > 0) groups.push({ scope: null, members: tiered });
  const free = others.filter(({ event }) => !event.tiers);
  const outcomes = new Array<Outcome>(events.length);
  const posted = await post(free.map(({ event }) => event.posting));
  for (const [at, { index }] of free.entries()) keep(outcomes, index, posted[at]);
  for (const { scope, members } of groups) {
    const answers = await postGroup(
      accountId,
      scope,
      members.map(({ event }) => event),
    );
    for (const [at, { index }] of members.entries()) keep(outcomes, index, answers[at]);
  }
  return outcomes;
}

function keep(outcomes: Outcome[], index: number, outcome: Outcome | undefined): void {
  if (!outcome) throw new Error("a posting got no outcome");
  outcomes[index] = outcome;
}

/** Work of one kind is covered by the same budgets: it shares their locks, so that no two transactions lock in different orders. */
async function limitedGroups(accountId: string, placed: readonly Placed[]): Promise<Group[]> {
  const groups = new Map<string, { scope: WorkScope; members: Placed[] }>();
  for (const member of placed) {
    const { posting, tiers } = member.event;
    const { event, floor, unit } = posting;
    if (!event || (floor === null && !tiers?.enforce) || unit !== "credit") continue;
    const scope = scopeOf(event);
    const name = JSON.stringify(scope);
    const group = groups.get(name) ?? { scope, members: [] };
    groups.set(name, group);
    group.members.push(member);
  }
  const all = [...groups.values()];
  const covered = await Promise.all(all.map(({ scope }) => hasLimits(accountId, scope)));
  return all.filter((_, at) => covered[at]);
}
