import type { Unit } from "@/lib/values/ids";
import { displayAmount } from "@/lib/values/display/amount";
import { unitName } from "@/lib/values/display/unit";
import { formatScaled, type Nano } from "@/lib/values/money";
import type { Mark } from "./threshold";

const NOUNS: Readonly<Record<Unit, string>> = { credit: "credits", tool_run: "tool runs" };

/** An amount of a wallet for people: "37.5 ECU", "2,000 tool runs". */
export function amountInWords(amount: Nano, unit: Unit): string {
  const shown =
    unit === "credit"
      ? displayAmount(formatScaled(amount, 9))
      : displayAmount(amount.toString(), { decimals: 0 });
  return `${shown} ${unitName(unit, amount.toString())}`;
}

/** What has happened when a threshold is reached: "80 % of your credits are used". */
export function reachedInWords({ kind, value }: Mark, unit: Unit): string {
  switch (kind) {
    case "used_percent":
      return value === 100n
        ? `All of your ${NOUNS[unit]} are used`
        : `${value} % of your ${NOUNS[unit]} are used`;
    case "remaining_percent":
      return `Only ${value} % of your ${NOUNS[unit]} ${value === 1n ? "is" : "are"} left`;
    case "amount":
      return `Your ${NOUNS[unit]} are down to ${amountInWords(value as Nano, unit)}`;
  }
}

/** A threshold as people set it: "80 % used". */
export function markInWords({ kind, value }: Mark, unit: Unit): string {
  switch (kind) {
    case "used_percent":
      return `${value} % used`;
    case "remaining_percent":
      return `${value} % left`;
    case "amount":
      return `${amountInWords(value as Nano, unit)} left`;
  }
}
