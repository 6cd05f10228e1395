import type { Nano } from "@/lib/values/money";
import { type PicoUsd, picoUsd } from "@/lib/values/usd";

const NANO = 1_000_000_000n;

/** What credit is worth in dollars, to the pico-dollar, rounded half away from zero. Negative credit is worth negative dollars. */
export function worthOf(credits: Nano, creditValue: PicoUsd): PicoUsd {
  const product = credits * creditValue;
  const size = ((product < 0n ? -product : product) + NANO / 2n) / NANO;
  return picoUsd(product < 0n ? -size : size);
}
