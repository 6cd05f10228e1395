import Link from "next/link";
import { Amount } from "@/components/ui/amount";
import type { Column } from "@/components/ui/data-table";
import { RowLink } from "@/components/ui/row-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { TransactionRow } from "@/lib/ledger/types";
import { displayDescription } from "@/lib/values/display/description";
import { shortUnitName } from "@/lib/values/display/unit";
import type { Unit } from "@/lib/values/ids";
import { TypeBadge } from "./type-badge";

/** The columns of the ledger. Each row leads to its explanation on `page`, and keeps what the URL says besides. */
export function transactionColumns(
  page: string,
  creditValue: string,
  params: URLSearchParams,
  unit: Unit = "credit",
): Column<TransactionRow>[] {
  return [
    {
      key: "date",
      head: "Date (UTC)",
      narrow: "meta",
      className: "wide:w-30 wide:text-ink-muted",
      cell: ({ id, created_at }) => (
        // Above the row's link, so that hovering shows the reader's own time.
        <Link
          href={explainHref(page, params, id)}
          scroll={false}
          prefetch={false}
          tabIndex={-1}
          className="relative z-10"
        >
          <UtcTime at={created_at} short />
        </Link>
      ),
    },
    {
      key: "type",
      head: "Type",
      className: "w-34",
      cell: ({ type }) => <TypeBadge type={type} />,
    },
    {
      key: "description",
      head: "Description",
      narrow: "title",
      className: "wide:max-w-0",
      cell: ({ id, description }) => (
        <RowLink
          href={explainHref(page, params, id)}
          scroll={false}
          title={description}
          className="block narrow:line-clamp-3 narrow:text-pretty narrow:break-words wide:truncate"
        >
          {displayDescription(description)}
        </RowLink>
      ),
    },
    {
      key: "amount",
      head: `Amount (${shortUnitName(unit)})`,
      align: "right",
      narrow: "value",
      className: "wide:w-28",
      cell: ({ id, amount, unit }) => (
        // Above the row's link, so that hovering shows all nine decimals; a click explains all the same.
        <Link
          href={explainHref(page, params, id)}
          scroll={false}
          prefetch={false}
          tabIndex={-1}
          className="relative"
        >
          <Amount value={amount} unit={unit} creditValue={creditValue} signed aligned />
        </Link>
      ),
    },
    {
      key: "balance",
      head: "Balance after",
      align: "right",
      narrow: "meta-value",
      className: "wide:w-36 wide:text-ink-muted",
      cell: ({ balance_after, unit }) => (
        <Amount value={balance_after} unit={unit} creditValue={creditValue} aligned className="relative" />
      ),
    },
  ];
}

function explainHref(page: string, params: URLSearchParams, id: string) {
  const next = new URLSearchParams(params);
  next.set("explain", id);
  return `${page}?${next.toString()}` as "/billing";
}
