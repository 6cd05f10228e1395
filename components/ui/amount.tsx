import { amountParts, displayAmount, displayExactAmount } from "@/lib/values/display/amount";
import { displayUsdOfCredits } from "@/lib/values/display/usd";
import { cn } from "./cn";

interface AmountProps {
  /** A decimal string of credits, or of tool runs. */
  value: string;
  unit?: "credit" | "tool_run";
  /** The price of one ECU in dollars: then the worth is shown on hover. */
  creditValue?: string;
  /** What is shown where columns are rounded to their sum; hover still gives `value` exactly. */
  shown?: string;
  /** Signs what was added, and colours it. */
  signed?: boolean;
  /** Four decimals always, so that a column aligns on its point. */
  aligned?: boolean;
  /** Leaves the decimals of a hundred and more away where the window is narrow. */
  brief?: boolean;
  className?: string;
}

/** An amount as people read it; all nine decimals and its worth in dollars on hover. */
export function Amount({
  value,
  unit = "credit",
  creditValue,
  shown = value,
  signed = false,
  aligned = false,
  brief = false,
  className,
}: AmountProps) {
  const decimals = unit === "credit" ? 4 : 0;
  const added = signed && !value.startsWith("-") && value !== "0";
  const { sign, whole, fraction } = amountParts(shown, {
    decimals,
    sign: signed ? "always" : "auto",
    fixed: aligned,
  });
  const text = sign + whole + fraction;
  return (
    <span
      className={cn("whitespace-nowrap tabular-nums", added && "text-good", className)}
      title={titleOf(value, unit, creditValue)}
      data-decimals={(aligned && fraction !== "") || undefined}
    >
      {brief && whole.length > 2 ? (
        <>
          {sign + whole}
          <span className="max-sm:hidden">{fraction}</span>
        </>
      ) : (
        text
      )}
      {aligned && decimals > 0 && text === "0" && (
        // Where there are no columns, or none of the column has decimals, there is nothing to align with.
        <span className="invisible narrow:hidden" aria-hidden data-pad>
          .0000
        </span>
      )}
    </span>
  );
}

/** The hero of a page: the decimals stand back behind the whole credits. */
export function BigAmount({
  value,
  unit = "credit",
  className,
}: {
  value: string;
  unit?: "credit" | "tool_run";
  className?: string;
}) {
  const { sign, whole, fraction } = amountParts(value, {
    decimals: unit === "credit" ? 4 : 0,
    fixed: unit === "credit",
  });
  return (
    <span
      className={cn("font-semibold tracking-tight whitespace-nowrap tabular-nums", className)}
      title={titleOf(value, unit)}
    >
      {sign}
      {whole}
      <span className="text-ink-muted">{fraction}</span>
    </span>
  );
}

/** What credits are worth, beside them. */
export function Worth({
  value,
  creditValue,
  className,
}: {
  value: string;
  creditValue: string;
  className?: string;
}) {
  return (
    <span className={cn("whitespace-nowrap text-ink-muted tabular-nums", className)}>
      ≈ {displayUsdOfCredits(value, creditValue)}
    </span>
  );
}

function titleOf(value: string, unit: "credit" | "tool_run", creditValue?: string): string {
  if (unit === "tool_run") return `${displayAmount(value, { decimals: 0 })} tool runs`;
  const worth = creditValue ? ` ≈ ${displayUsdOfCredits(value, creditValue)}` : "";
  return `${displayExactAmount(value)} ECU${worth}`;
}
