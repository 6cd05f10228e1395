import { Amount, Worth } from "@/components/ui/amount";
import { StatCard } from "@/components/ui/card";

/** One number of usage, in ECU, and what it compares with. */
export interface Rate {
  label: string;
  value: string;
  note: string;
}

/** How much goes at present: today, on an average day, this month. */
export function Rates({ rates, creditValue }: { rates: readonly Rate[]; creditValue: string }) {
  return (
    <section aria-label="Consumption at present" className="@container min-w-0">
      <h2 className="text-sm text-ink-muted">Consumption</h2>
      <dl className="mt-2 grid gap-3 @md:grid-cols-2 @md:*:first:col-span-2 @xl:grid-cols-3 @xl:*:first:col-span-1">
        {rates.map(({ label, value, note }) => (
          <StatCard
            key={label}
            label={label}
            value={
              <>
                <Amount value={value} creditValue={creditValue} aligned={value !== "0"} />{" "}
                <span className="text-sm font-medium text-ink-muted">ECU</span>
              </>
            }
            // Below the number in every tile: beside the label it would wrap where that is long.
            note={
              <>
                <Worth value={value} creditValue={creditValue} className="block" />
                {note}
              </>
            }
          />
        ))}
      </dl>
    </section>
  );
}
