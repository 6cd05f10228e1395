import { env } from "@/lib/env";
import { parseUsd, type PicoUsd } from "@/lib/values/usd";

/** What one ECU is worth in this installation, where no account's own price is meant. */
export function valueOfCredit(): PicoUsd {
  return parseUsd(env().CREDIT_USD_VALUE);
}
