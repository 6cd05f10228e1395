import { lockLimits } from "@/lib/budgets/limits";
import { checkLimits } from "@/lib/budgets/rules/check";
import { inAccount, sqlOf } from "@/lib/db/transaction";
import { postWithin } from "@/lib/ledger/post";
import type { Outcome, Posting, WorkScope } from "@/lib/ledger/types";
import { add, type Nano, ZERO } from "@/lib/values/money";
import { inTurn } from "./in-turn";
import { findKnownEvents } from "./known-events";
import type { VolumeMove } from "./rules/price";
import type { Position } from "./rules/tiers";
import { type TimedMoves, Volumes } from "./volumes";

/** A usage event on its way into the books. */
export interface EventPosting {
  posting: Posting;
  /** Where its price depends on the month's volume: when it ran, which meters it moves, and its price anywhere in the month. */
  tiers?: TimedMoves & {
    /** Only when it fits: also where the month begins with a price of nothing. */
    enforce: boolean;
    priceAt(position: Position): { posting: Posting; moves: readonly VolumeMove[] };
  };
}

/** Something became of an event that its neighbours were not priced for. */
class Surprise extends Error {}

/**
 * Posts events in one transaction with what they are held against: the budgets of their scope, if any covers it, and the month's volumes that
 * decide their prices, all under their locks. Each is answered on its own, in order.
 */
export async function postGroup(
  accountId: string,
  scope: WorkScope | null,
  members: readonly EventPosting[],
): Promise<Outcome[]> {
  const post = (some: readonly EventPosting[]) => () => postTogether(accountId, scope, some);
  try {
    return await (members.some(({ tiers }) => tiers) ? inTurn(accountId, post(members)) : post(members)());
  } catch (error) {
    if (!(error instanceof Surprise)) throw error;
  }
  // One of them was refused after all, so that those behind it were priced too far on: nothing is written yet, and each goes by itself.
  const outcomes: Outcome[] = [];
  for (const member of members) outcomes.push(...(await inTurn(accountId, post([member]))));
  return outcomes;
}

function postTogether(
  accountId: string,
  scope: WorkScope | null,
  members: readonly EventPosting[],
): Promise<Outcome[]> {
  return inAccount(accountId, async (tx) => {
    const limits = scope === null ? [] : await lockLimits(tx, accountId, scope, new Date());
    const volumes = await Volumes.lock(
      sqlOf(tx),
      accountId,
      members.flatMap(({ tiers }) => tiers ?? []),
    );
    // What is known was let through and priced before: it is answered as then, and moves nothing.
    const known = new Set((await findKnownEvents(accountId, members.map(idOf))).keys());
    let asked: Nano = ZERO;
    const fitting: { posting: Posting; moved: TimedMoves | null }[] = [];
    const refusals = members.map((member): Outcome | null => {
      const id = idOf(member);
      const isNew = !known.has(id);
      known.add(id);
      const { posting, moved } = isNew ? pricedBy(volumes, member) : { posting: member.posting, moved: null };
      const charge = posting.event?.charge ?? ZERO;
      const fault = isNew ? checkLimits(limits, add(asked, charge)) : null;
      if (fault) return { status: "refused", code: fault.code, detail: fault.detail };
      if (isNew) asked = add(asked, charge);
      if (moved) volumes.advance(moved);
      fitting.push({ posting, moved });
      return null;
    });
    const posted = await postWithin(
      tx,
      fitting.map(({ posting }) => posting),
    );
    const asPriced = fitting.every(({ moved }, at) => !moved || isCharged(posted[at]));
    if (asPriced) await volumes.save(sqlOf(tx));
    else if (members.length > 1) throw new Surprise();
    return refusals.map((refusal) => refusal ?? posted.shift() ?? missing());
  });
}

function pricedBy(
  volumes: Volumes,
  { posting, tiers }: EventPosting,
): { posting: Posting; moved: TimedMoves | null } {
  if (!tiers) return { posting, moved: null };
  const { posting: priced, moves } = tiers.priceAt(volumes.positionOf(tiers));
  return { posting: priced, moved: { at: tiers.at, moves } };
}

function isCharged(outcome: Outcome | undefined): boolean {
  return outcome?.status === "posted" && !outcome.replayed;
}

function idOf({ posting }: EventPosting): string {
  return posting.event?.id ?? "";
}

function missing(): never {
  throw new Error("a posting got no outcome");
}
