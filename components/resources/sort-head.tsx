import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { Column } from "@/components/ui/data-table";

/** How a table is sorted now, and the address of the same table sorted otherwise. */
export interface SortedBy {
  field: string;
  descending: boolean;
  hrefOf: (sort: string) => string;
}

/** The head of a column that can be sorted by: a click sorts, another turns it round. Numbers begin with the most. */
export function sortHead(
  label: string,
  field: string,
  { field: current, descending, hrefOf }: SortedBy,
  most: "first" | "last" = "last",
): Pick<Column<never>, "head" | "sort"> {
  const on = field === current;
  const next = on ? !descending : most === "first";
  const Arrow = descending ? ArrowDown : ArrowUp;
  return {
    sort: on ? (descending ? "descending" : "ascending") : undefined,
    head: (
      <Link
        href={hrefOf(next ? `-${field}` : field) as "/"}
        scroll={false}
        prefetch={false}
        className="inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-ink hover:underline narrow:pointer-events-none"
      >
        {label}
        {on && <Arrow className="size-3" aria-hidden />}
      </Link>
    ),
  };
}
