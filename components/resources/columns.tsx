import type { ReactNode } from "react";
import { Amount } from "@/components/ui/amount";
import type { Column } from "@/components/ui/data-table";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { displayDay } from "@/lib/values/display/time";
import { RowLink } from "./row-link";
import { type SortedBy, sortHead } from "./sort-head";
import { StatusBadge } from "./status-badge";

/** What the columns of a tab share. */
export interface TableAsked {
  sorted: SortedBy;
  /** The same view with the panel of a row open. */
  hrefOf: (id: string) => string;
  creditValue: string;
}

interface Named {
  id: string;
  name: string;
}

/** What it is called; what belongs to nothing registered has no panel. */
export function nameColumn<Row extends Named>(
  { sorted, hrefOf }: TableAsked,
  head: string,
  rest: string,
  aside?: (row: Row) => ReactNode,
): Column<Row> {
  return {
    key: "name",
    ...sortHead(head, "name", sorted),
    foot: "Total",
    narrow: "title",
    className: "wide:max-w-72",
    cell: (row) =>
      row.id === "" ? (
        <span className="text-ink-muted">{rest}</span>
      ) : (
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
          <RowLink href={hrefOf(row.id)}>{row.name}</RowLink>
          {aside && <span className="wide:hidden">{aside(row)}</span>}
        </span>
      ),
  };
}

/** A credit column whose lines, as they are shown, add up to its foot. */
export function creditColumn<Row extends Named & { credits: string }>(
  rows: readonly Row[],
  { sorted, creditValue }: TableAsked,
  head: string,
): Column<Row> {
  const rounded = roundToSum(rows.map(({ credits }) => credits));
  const shown = new Map(rows.map((row, index) => [row.id, rounded[index] ?? row.credits]));
  return {
    key: "credits",
    ...sortHead(head, "credits", sorted, "first"),
    align: "right",
    narrow: "value",
    foot: (
      <Amount
        value={sumOf(rows.map(({ credits }) => credits))}
        shown={sumOf(rounded)}
        creditValue={creditValue}
        aligned
      />
    ),
    cell: ({ id, credits }) => (
      <Amount
        value={credits}
        shown={shown.get(id) ?? credits}
        creditValue={creditValue}
        aligned
        className="relative"
      />
    ),
  };
}

/** A UTC day, or that there was none. */
export function dayColumn<Row extends Named>(
  head: string,
  field: Extract<keyof Row, string>,
  { sorted }: TableAsked,
  dayOf: (row: Row) => string | null,
): Column<Row> {
  return {
    key: field,
    ...sortHead(head, field, sorted, "first"),
    foot: "",
    narrow: "meta-value",
    className: "wide:w-40 wide:text-ink-muted whitespace-nowrap",
    cell: (row) => {
      const day = dayOf(row);
      return day ? displayDay(day) : row.id === "" ? "" : "—";
    },
  };
}

export function statusColumn<Row extends Named & { status: string }>({ sorted }: TableAsked): Column<Row> {
  return {
    key: "status",
    ...sortHead("Status", "status", sorted),
    foot: "",
    className: "w-32",
    cell: ({ status }) => <StatusBadge status={status} />,
  };
}
