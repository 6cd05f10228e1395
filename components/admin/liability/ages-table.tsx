import { Amount } from "@/components/ui/amount";
import { DataTable } from "@/components/ui/data-table";
import type { Age } from "@/lib/reports/liability/rules/ages";
import { displayCount } from "@/lib/values/display/count";
import { roundToSum } from "@/lib/values/display/round-to-sum";
import { add, formatCredits, type Nano, ZERO } from "@/lib/values/money";

/** Unused credit by its age: what is old and never expires is owed for ever. */
export function AgesTable({ ages }: { ages: readonly Age[] }) {
  const sum = (key: "paid" | "free" | "expiring") => ages.reduce((total, age) => add(total, age[key]), ZERO);
  const amount = (value: Nano, shown?: string) => (
    <Amount value={formatCredits(value)} {...(shown !== undefined && { shown })} aligned />
  );
  const shown = new Map(
    (["paid", "free", "expiring"] as const).map((key) => [
      key,
      roundToSum(ages.map((age) => formatCredits(age[key]))),
    ]),
  );
  const cell = (age: Age, key: "paid" | "free" | "expiring") =>
    amount(age[key], shown.get(key)?.[ages.indexOf(age)]);
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
          cell: (age) => cell(age, "paid"),
          foot: amount(sum("paid")),
        },
        {
          key: "free",
          head: "Promotional",
          align: "right",
          narrow: "meta-value",
          cell: (age) => (
            <>
              <span className="wide:hidden">promotional </span>
              {cell(age, "free")}
            </>
          ),
          foot: amount(sum("free")),
        },
        {
          key: "expiring",
          head: "With an expiry",
          align: "right",
          cell: (age) => cell(age, "expiring"),
          foot: amount(sum("expiring")),
        },
      ]}
    />
  );
}
