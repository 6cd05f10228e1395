import type { PicoUsd } from "@/lib/values/usd";
import { tariffsOf } from "./rate-cards";

/** What one ECU costs an account now, in 10⁻¹² USD. @throws Error when there is no rate card. */
export async function creditValueOf(accountId: string, now = new Date()): Promise<PicoUsd> {
  const [card] = (await tariffsOf(accountId, [now]))(now);
  if (!card) throw new Error("there is no rate card: `ecu import-rates` makes the first one");
  return card.creditValue;
}
