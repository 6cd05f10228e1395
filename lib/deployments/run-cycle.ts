import { inAccount } from "@/lib/db/transaction";
import { systemContext } from "@/lib/values/context";
import { add } from "@/lib/values/money";
import { endInstance } from "./end-instance";
import { lockInstance, openCycle } from "./instance-state";
import { lockRoom, OUT_OF_CREDIT, roomToRun } from "./policy";
import { affordable } from "./rules/components";
import { later, settle } from "./rules/settle";
import { findTerms, tariffOf } from "./terms-of";
import { turnCycle } from "./turn-cycle";
import type { Terms } from "./types";

/** What credit does not pay for so long is not begun. */
const SHORTEST_MS = 60_000n;

/**
 * Turns the cycle of an instance whose time is over: settles it and holds for the next, at the prices then in force. What the account may still spend,
 * down to its negative limit, may be less than a whole cycle: the next one is then as long as that pays for, and where nothing is left the instance
 * is interrupted, at the moment when its credit ended, however late a worker comes to it.
 *
 * Turns only the cycle that ends at `at`: whoever waited here for another that did so must look again what is due first.
 * @returns whether there was something to do
 */
export async function runCycle(accountId: string, id: string, at: Date): Promise<boolean> {
  const ctx = systemContext(accountId, "instances");
  const tariff = await tariffOf(accountId, at);
  return inAccount(accountId, async (tx) => {
    const instance = await lockInstance(tx, accountId, id);
    const cycle = await openCycle(tx, instance);
    if (!cycle || instance.nextCycleAt?.getTime() !== at.getTime() || instance.mode !== "cycle") return false;
    // What the card prices no more goes on at its last price.
    const terms: Terms = findTerms(tariff, instance) ?? cycle;
    const { refund } = settle(cycle, at);
    const room = add(roomToRun(await lockRoom(tx, accountId, at)), refund);
    const whole = BigInt(instance.cycleSeconds) * 1_000n;
    const ms = affordable(terms.components, room, whole);
    if (ms < whole && ms < SHORTEST_MS) {
      await endInstance(tx, ctx, { instance, cycle }, { status: "interrupted", at, reason: OUT_OF_CREDIT });
      return true;
    }
    const until = later(at, ms);
    const { replicas } = instance;
    await turnCycle(tx, ctx, instance, cycle, at, { ...terms, until, replicas, floor: null });
    await tx.instance.update({
      where: { accountId_id: { accountId, id } },
      data: { nextCycleAt: until },
    });
    return true;
  });
}
