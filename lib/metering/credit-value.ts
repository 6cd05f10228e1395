import type { PicoUsd } from "@/lib/values/usd";
import { addDays, startOfDay, type UtcDay } from "@/lib/values/time";
import { tariffsOf } from "./rate-cards";

/** What one ECU costs an account now, in 10⁻¹² USD. @throws Error when there is no rate card. */
export async function creditValueOf(accountId: string, now = new Date()): Promise<PicoUsd> {
  const [card] = (await tariffsOf(accountId, [now]))(now);
  if (!card) throw new Error("there is no rate card: `ecu import-rates` makes the first one");
  return card.creditValue;
}

/** What one ECU cost an account at the end of each of some UTC days, or now where a day is not over. @throws Error when there is no rate card. */
export async function creditValuesOf(
  accountId: string,
  days: readonly UtcDay[],
  now = new Date(),
): Promise<(day: UtcDay) => PicoUsd> {
  const endOf = (day: UtcDay) => new Date(Math.min(startOfDay(addDays(day, 1)).getTime() - 1, now.getTime()));
  const cardsAt = await tariffsOf(accountId, [now, ...[...new Set(days)].map(endOf)]);
  return (day) => {
    const [card] = cardsAt(endOf(day));
    if (!card) throw new Error("there is no rate card: `ecu import-rates` makes the first one");
    return card.creditValue;
  };
}
