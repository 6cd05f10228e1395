import { Amount } from "@/components/ui/amount";
import { DataTable } from "@/components/ui/data-table";
import type { Age } from "@/lib/reports/liability/rules/ages";
import { displayCount } from "@/lib/values/display/count";
import { add, formatCredits, type Nano, ZERO } from "@/lib/values/money";

/** Unused credit by its age: what is old and never expires is owed for ever. */
export function AgesTable({ ages }: { ages: readonly Age[] }) {
  const sum = (key: "paid" | "free" | "expiring") => ages.reduce((total, age) => add(total, age[key]), ZERO);
  const amount = (value: Nano) => <Amount value={formatCredits(value)} aligned />;
  return (
    <DataTable
      caption="Unused credit by age"
      rows={ages}
      rowKey={({ label }) => label}
      columns={[
        { key: "age", head: "Added", narrow: "title", cell: ({ label }) => label, foot: "All" },
        {
          key: "grants",
          head: "Grants",
          align: "right",
          cell: ({ grants }) => displayCount(grants),
          foot: displayCount(ages.reduce((total, { grants }) => total + grants, 0)),
        },
        {
          key: "paid",
          head: "Paid",
          align: "right",
          narrow: "value",
          cell: ({ paid }) => amount(paid),
          foot: amount(sum("paid")),
        },
        {
          key: "free",
          head: "Promotional",
          align: "right",
          narrow: "meta-value",
          cell: ({ free }) => (
            <>
              <span className="wide:hidden">promotional </span>
              {amount(free)}
            </>
          ),
          foot: amount(sum("free")),
        },
        {
          key: "expiring",
          head: "With an expiry",
          align: "right",
          cell: ({ expiring }) => amount(expiring),
          foot: amount(sum("expiring")),
        },
      ]}
    />
  );
}
