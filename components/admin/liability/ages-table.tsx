import { DataTable } from "@/components/ui/data-table";
import type { Age } from "@/lib/reports/liability/rules/ages";
import { displayCount } from "@/lib/values/display/count";
import { summed } from "./summed";

/** Unused credit by its age: what is old and never expires is owed for ever. */
export function AgesTable({ ages }: { ages: readonly Age[] }) {
  const { cell, foot } = summed(ages, ["paid", "free", "expiring"], { free: "promotional" });
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
          head: "Paid (ECU)",
          align: "right",
          narrow: "value",
          unit: "ECU",
          cell: (age) => cell(age, "paid"),
          foot: foot("paid"),
        },
        {
          key: "free",
          head: "Promotional (ECU)",
          align: "right",
          narrow: "meta-value",
          cell: (age) => cell(age, "free"),
          foot: foot("free"),
        },
        {
          key: "expiring",
          head: "With an expiry (ECU)",
          align: "right",
          cell: (age) => cell(age, "expiring"),
          foot: foot("expiring"),
        },
      ]}
    />
  );
}
