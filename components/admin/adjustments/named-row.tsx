import { Amount } from "@/components/ui/amount";
import { cn } from "@/components/ui/cn";
import { UtcTime } from "@/components/ui/utc-time";
import { giftIn, type Named } from "@/lib/backoffice/adjustments/rules/named";
import { TYPE_NAMES } from "@/lib/ledger/rules/type-names";
import { displayDescription } from "@/lib/values/display/description";
import { shortUnitName } from "@/lib/values/display/unit";
import type { Unit } from "@/lib/values/ids";

/** The transaction that a correction names, and what of the amount goes beyond it: that is a gift in the books, and no charge that came back. */
export function NamedRow({
  named,
  amount,
  unit,
  className,
}: {
  named: Named | null;
  amount: string;
  unit: Unit;
  className?: string;
}) {
  if (!named) return null;
  const gift = giftIn(amount, named);
  return (
    <div className={cn("space-y-1 text-sm", className)}>
      <p className="break-words text-ink-muted">
        It names: {TYPE_NAMES[named.type].one}, <UtcTime at={named.at} short />,{" "}
        <Amount value={named.amount} unit={unit} signed /> {shortUnitName(unit)} (
        {displayDescription(named.description)})
      </p>
      {gift !== null && (
        <p className="text-warn">
          <Amount value={gift} unit={unit} /> {shortUnitName(unit)} is more than that transaction took: it is
          given, not given back, and is no paid credit in the books.
        </p>
      )}
    </div>
  );
}
