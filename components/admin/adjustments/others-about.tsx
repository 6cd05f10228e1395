import { Amount } from "@/components/ui/amount";
import { UtcTime } from "@/components/ui/utc-time";
import type { Other } from "@/lib/backoffice/adjustments/rules/seen";
import { shortUnitName } from "@/lib/values/display/unit";
import type { Unit } from "@/lib/values/ids";

/** What else puts the same transaction right, so that nobody gives the same charge back twice without knowing. */
export function OthersAbout({ others, unit }: { others: readonly Other[]; unit: Unit }) {
  if (others.length === 0) return null;
  return (
    <div className="text-sm text-warn">
      <p>The same transaction was put right before, or is about to be:</p>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        {others.map(({ id, kind, amount, isPosted, by, at }) => (
          <li key={id}>
            <Amount value={amount} unit={unit} signed /> {shortUnitName(unit)} by a{" "}
            {kind === "re_rate" ? "re-rate" : "correction"}, {isPosted ? "posted" : "proposed"}: {by},{" "}
            <UtcTime at={at} short />
          </li>
        ))}
      </ul>
    </div>
  );
}
