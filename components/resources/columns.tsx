import type { ReactNode } from "react";
import { Amount } from "@/components/ui/amount";
import type { Column } from "@/components/ui/data-table";
import { RowLink } from "@/components/ui/row-link";
import { Change, ChangeBeside } from "@/components/usage/change";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { displayDay } from "@/lib/values/display/time";
import { type SortedBy, sortHead } from "./sort-head";
import { StatusBadge } from "./status-badge";

/** What the columns of a tab share. */
export interface TableAsked {
  sorted: SortedBy;
  /** The same view with the panel of a row open. */
  hrefOf: (id: string) => string;
  creditValue: string;
  /** What each row used in the period before, by its id; null when nothing is compared. */
  before: ReadonlyMap<string, string> | null;
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
          <RowLink href={hrefOf(row.id)} scroll={false} className="block truncate font-medium">
            {row.name}
          </RowLink>
          {aside && <span className="wide:hidden">{aside(row)}</span>}
        </span>
      ),
  };
}

/** A credit column whose lines, as they are shown, add up to its foot. */
export function creditColumn<Row extends Named & { credits: string }>(
  rows: readonly Row[],
  { sorted, creditValue, before }: TableAsked,
  head: string,
): Column<Row> {
  const rounded = roundToSum(rows.map(({ credits }) => credits));
  const shown = new Map(rows.map((row, index) => [row.id, rounded[index] ?? row.credits]));
  const total = sumOf(rows.map(({ credits }) => credits));
  return {
    key: "credits",
    ...sortHead(head, "credits", sorted, "first"),
    align: "right",
    narrow: "value",
    unit: "ECU",
    foot: (
      <>
        {before && <ChangeBeside now={total} before={sumOf(rows.map(({ id }) => before.get(id) ?? "0"))} />}
        <Amount value={total} shown={sumOf(rounded)} creditValue={creditValue} aligned />
      </>
    ),
    cell: ({ id, credits }) => (
      <>
        {before && <ChangeBeside now={credits} before={before.get(id) ?? "0"} />}
        <Amount
          value={credits}
          shown={shown.get(id) ?? credits}
          creditValue={creditValue}
          aligned
          className="relative"
        />
      </>
    ),
  };
}

/** What rows used in the period before, and how that moved; none when nothing is compared. */
export function beforeColumns<Row extends Named>(
  rows: readonly Row[],
  { before, creditValue }: TableAsked,
  of: (row: Row) => string,
  unit: "credit" | "tool_run" = "credit",
): Column<Row>[] {
  if (before === null) return [];
  const was = ({ id }: Row) => before.get(id) ?? "0";
  const rounded = roundToSum(rows.map(was), unit === "credit" ? 4 : 0);
  const shown = new Map(rows.map((row, index) => [row.id, rounded[index] ?? was(row)]));
  const total = sumOf(rows.map(was));
  const look = { unit, aligned: unit === "credit", ...(unit === "credit" && { creditValue }) };
  return [
    {
      key: "before",
      head: unit === "credit" ? "Before (ECU)" : "Before",
      align: "right",
      className: "wide:text-ink-muted",
      foot: <Amount value={total} shown={sumOf(rounded)} {...look} />,
      cell: (row) => (
        <Amount value={was(row)} shown={shown.get(row.id) ?? "0"} className="relative" {...look} />
      ),
    },
    {
      key: "change",
      head: "Change",
      align: "right",
      className: "wide:w-24",
      foot: <Change now={sumOf(rows.map(of))} before={total} />,
      cell: (row) => <Change now={of(row)} before={was(row)} />,
    },
  ];
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
      if (!day) return row.id === "" ? "" : "—";
      return (
        <>
          <span className="wide:hidden">{head.toLowerCase()} </span>
          {displayDay(day)}
        </>
      );
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
