import { MINUS } from "@/lib/values/display/amount";
import { displayUsd } from "@/lib/values/display/usd";
import { formatUsd, type PicoUsd, picoUsd } from "@/lib/values/usd";

/** Dollars that may be below zero, all digits on hover. */
export function Dollars({ amount, signed = false }: { amount: PicoUsd; signed?: boolean }) {
  const isBelow = amount < 0n;
  const size = formatUsd(picoUsd(isBelow ? -amount : amount));
  const sign = isBelow ? MINUS : signed && amount > 0n ? "+" : "";
  return (
    <span title={`${sign}$${size}`} className="tabular-nums">
      {sign}
      {displayUsd(size)}
    </span>
  );
}

/** By how much a bill is higher; what is more than a cent stands out. */
export function Difference({ amount }: { amount: PicoUsd }) {
  const isMuch = amount > 10_000_000_000n;
  return (
    <span className={isMuch ? "text-bad" : undefined}>
      <Dollars amount={amount} signed />
    </span>
  );
}
