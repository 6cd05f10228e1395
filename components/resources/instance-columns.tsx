import { Amount } from "@/components/ui/amount";
import type { Column } from "@/components/ui/data-table";
import { UtcTime } from "@/components/ui/utc-time";
import type { InstanceRow } from "@/lib/deployments/read-instance";
import type { InstanceLine } from "@/lib/deployments/tabs/instances-view";
import { plural } from "@/lib/values/display/count";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { hardwareName } from "@/lib/metering/rules/meter-names";
import { nameColumn, statusColumn, type TableAsked } from "./columns";
import { sortHead } from "./sort-head";
import { StatusBadge } from "./status-badge";

/** The columns of instances: what runs on what, since when, until when, and what it costs. */
export function instanceColumns(rows: readonly InstanceLine[], asked: TableAsked): Column<InstanceLine>[] {
  const { sorted, creditValue } = asked;
  const shownOf = (amountOf: (row: InstanceLine) => string) => {
    const rounded = roundToSum(rows.map(amountOf));
    return { of: new Map(rows.map((row, index) => [row.id, rounded[index]])), total: sumOf(rounded) };
  };
  const [held, spent] = [shownOf((row) => row.held), shownOf((row) => row.spent)];
  return [
    nameColumn(asked, "Instance", "", ({ status }) => <StatusBadge status={status} />),
    {
      key: "hardware",
      head: "Hardware",
      foot: "",
      narrow: "meta",
      className: "wide:max-w-60 truncate wide:py-1",
      cell: (row) => (
        <>
          {hardwareInWords(row)}
          <LastChange row={row} />
        </>
      ),
    },
    {
      key: "since",
      ...sortHead("Since (UTC)", "started_at", sorted, "first"),
      foot: "",
      className: "whitespace-nowrap text-ink-muted",
      cell: ({ started_at }) => <UtcTime at={started_at} short className="relative" />,
    },
    {
      key: "next",
      ...sortHead("Next cycle or end", "next_cycle_at", sorted),
      foot: "",
      narrow: "meta-value",
      className: "whitespace-nowrap wide:text-ink-muted",
      cell: (row) => <NextMoment row={row} />,
    },
    {
      key: "held",
      ...sortHead("Charged ahead (ECU)", "held", sorted, "first"),
      align: "right",
      foot: (
        <Amount
          value={sumOf(rows.map((row) => row.held))}
          shown={held.total}
          creditValue={creditValue}
          aligned
        />
      ),
      cell: ({ id, held: value }) =>
        value === "0" ? (
          <span className="text-ink-muted">—</span>
        ) : (
          <Amount value={value} shown={held.of.get(id) ?? value} creditValue={creditValue} aligned />
        ),
    },
    {
      key: "spent",
      ...sortHead("Spent so far (ECU)", "spent", sorted, "first"),
      align: "right",
      narrow: "value",
      unit: "ECU",
      foot: (
        <Amount
          value={sumOf(rows.map((row) => row.spent))}
          shown={spent.total}
          creditValue={creditValue}
          aligned
        />
      ),
      cell: ({ id, spent: value }) => (
        <Amount
          value={value}
          shown={spent.of.get(id) ?? value}
          creditValue={creditValue}
          aligned
          className="relative"
        />
      ),
    },
    statusColumn(asked),
  ];
}

/** Since when it runs on so many replicas, where it began on others: its charges are others from there on. */
function LastChange({ row: { replica_changes } }: { row: InstanceRow }) {
  const last = replica_changes.at(-1);
  if (!last) return null;
  return (
    <span className="block text-xs text-ink-muted wide:truncate narrow:whitespace-normal">
      {plural(last.from, "replica")} until <UtcTime at={last.at} short className="relative" />
    </span>
  );
}

function NextMoment({ row: { status, stopped_at, next_cycle_at, planned_until } }: { row: InstanceRow }) {
  if (stopped_at !== null)
    return (
      <>
        ended <UtcTime at={stopped_at} short />
      </>
    );
  const next = planned_until ?? next_cycle_at;
  if (next === null || status !== "running") return "—";
  return (
    <>
      {planned_until === null ? "cycle" : "until"} <UtcTime at={next} short />
    </>
  );
}

/** "1 × L4 × 2 replicas", "2 vCPU · 4 GB". */
export function hardwareInWords({
  hardware,
  count,
  vcpus,
  memory_gb,
  replicas,
}: Pick<InstanceRow, "hardware" | "count" | "vcpus" | "memory_gb" | "replicas">): string {
  const machine = [
    hardware !== "" && `${count} × ${hardwareName(hardware)}`,
    vcpus !== "0" && `${vcpus} vCPU`,
    memory_gb !== "0" && `${memory_gb} GB`,
  ].filter(Boolean);
  return machine.join(" · ") + (replicas > 1 ? ` × ${replicas} replicas` : "");
}
