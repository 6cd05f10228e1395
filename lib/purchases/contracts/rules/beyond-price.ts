import { type Nano, nano, parseCredits } from "@/lib/values/money";
import type { PicoUsd } from "@/lib/values/usd";
import { centsOfUsd } from "../../rules/cents";

const NANO = 1_000_000_000n;
const PICO_OF_CENT = 10_000_000_000n;

/** Credit that one part of a contract gives beyond what its price buys, its bonus included; what is bought is rounded down. */
export function creditBeyondPrice(
  { amountUsd, credits, bonusCredits }: { amountUsd: string; credits: string; bonusCredits: string },
  creditValue: PicoUsd,
): Nano {
  const bought = (centsOfUsd(amountUsd) * PICO_OF_CENT * NANO) / creditValue;
  const beyond = parseCredits(credits) + parseCredits(bonusCredits) - bought;
  return nano(beyond > 0n ? beyond : 0n);
}
