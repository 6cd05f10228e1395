import type { RateView } from "@/lib/metering/read-rate-card";
import { ceilDiv, formatCredits, parseCredits } from "@/lib/values/money";

/** How many replicas the table shows side by side. */
export const REPLICAS = [1, 2, 4, 8] as const;

/** Hours of what is shown: an hour, a day, thirty days. */
export const SPANS = { hour: 1, day: 24, month: 720 } as const;
export type Span = keyof typeof SPANS;

/** True for what is billed by time: hours of a machine, of a GPU, of a vCPU, of a GB of memory. */
export function isHourly({ meter, price, unit }: RateView): boolean {
  return /(^|_)hour$/.test(meter) && price !== null && unit === "credit";
}

/** What so many replicas cost for so many hours, in ECU: twice as many cost exactly twice as much. */
export function costOfReplicas(rate: RateView, replicas: number, hours: number): string {
  const amount = parseCredits(rate.price ?? "0") * BigInt(replicas * hours);
  return formatCredits(ceilDiv(amount, BigInt(rate.per ?? "1")) as ReturnType<typeof parseCredits>);
}
