import type { Tx } from "@/lib/db/transaction";
import { newId } from "@/lib/values/ids";
import { utcDay } from "@/lib/values/time";
import { tellLater } from "../tell-later";

/** One mail that auto-recharge charges no more, and why: for a cap one a month, however often the balance falls. */
export function tellStopped(
  tx: Tx,
  accountId: string,
  why: "no_card" | "cap" | "declined" | "requires_action",
): Promise<void> {
  const which = why === "cap" ? `${utcDay(new Date()).slice(0, 7)}:${accountId}` : newId();
  return tellLater(tx, { accountId, about: "recharge_stopped", id: `${why}:${which}` });
}
