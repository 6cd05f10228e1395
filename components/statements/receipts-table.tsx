import { Receipt } from "lucide-react";
import { Amount } from "@/components/ui/amount";
import { TypeBadge } from "@/components/billing/type-badge";
import { LinkButton } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { RowLink } from "@/components/ui/row-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { TransactionRow } from "@/lib/ledger/types";
import type { ReceiptLine } from "@/lib/purchases/list-papers";
import { isSold } from "@/lib/purchases/rules/sold-types";
import { MINUS } from "@/lib/values/display/amount";
import { displayDescription } from "@/lib/values/display/description";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { shortUnitName } from "@/lib/values/display/unit";
import { displayUsd } from "@/lib/values/display/usd";
import type { Unit } from "@/lib/values/ids";

/** What added credit, newest first: each row opens its receipt. */
export function ReceiptsTable({
  rows,
  receipts,
  unit,
  creditValue,
}: {
  rows: readonly TransactionRow[];
  /** Of those that are receipts of money, by their ids. */
  receipts: ReadonlyMap<string, ReceiptLine>;
  unit: Unit;
  creditValue: string;
}) {
  const amounts = rows.map(({ amount }) => amount);
  const rounded = unit === "credit" ? roundToSum(amounts) : amounts;
  const shown = new Map(rows.map(({ id, amount }, at) => [id, rounded[at] ?? amount]));
  const foot = rows.length > 1;
  const total = `Total of these ${rows.length}`;
  const columns: Column<TransactionRow>[] = [
    {
      key: "date",
      head: "Date (UTC)",
      narrow: "meta",
      className: "wide:w-48 wide:text-ink-muted",
      foot: foot && <span className="text-ink narrow:hidden">{total}</span>,
      cell: ({ id, created_at }) => (
        <>
          {receipts.has(id) && <span className="block wide:hidden">{receipts.get(id)?.number}</span>}
          <UtcTime column at={created_at} className="relative" />
        </>
      ),
    },
    {
      key: "type",
      head: "Type",
      className: "wide:w-34",
      cell: ({ type }) => <TypeBadge type={type} />,
    },
    {
      key: "number",
      head: "Number",
      className: "wide:w-28 wide:whitespace-nowrap",
      cell: ({ id }) => receipts.get(id)?.number ?? <span className="text-ink-muted">—</span>,
    },
    {
      key: "description",
      head: "Description",
      narrow: "title",
      className: "wide:max-w-0 wide:w-full",
      foot: foot && <span className="wide:hidden">{total}</span>,
      cell: ({ id, description }) => (
        <RowLink
          href={`/billing/receipts/${id}`}
          title={description}
          className="block narrow:line-clamp-3 narrow:text-pretty narrow:break-words wide:truncate"
        >
          {displayDescription(description)}
        </RowLink>
      ),
    },
    ...(unit === "credit" ? [paidColumn(receipts, foot)] : []),
    {
      key: "amount",
      head: unit === "credit" ? "Credit (ECU)" : "Tool runs",
      align: "right",
      narrow: "value",
      unit: shortUnitName(unit),
      className: "wide:w-36 wide:whitespace-nowrap",
      foot: foot && (
        <Amount
          value={sumOf(amounts)}
          shown={sumOf(rounded)}
          unit={unit}
          creditValue={creditValue}
          signed
          aligned
        />
      ),
      cell: ({ id, amount }) => (
        <Amount
          value={amount}
          shown={shown.get(id) ?? amount}
          unit={unit}
          creditValue={creditValue}
          signed
          aligned
          className="relative"
        />
      ),
    },
  ];
  return (
    <div className="rounded-lg border bg-surface">
      <DataTable
        caption="Receipts of added credit, newest first"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            icon={Receipt}
            title="No receipts yet"
            actions={<LinkButton href="/billing/buy">Add credit</LinkButton>}
          >
            What is bought or granted has its receipt here.
          </EmptyState>
        }
      />
    </div>
  );
}

/** What was paid in money, and what went back of it since, as the receipts say it: what was sold elsewhere has its sum there, and what was granted none. */
function paidColumn(receipts: ReadonlyMap<string, ReceiptLine>, foot: boolean): Column<TransactionRow> {
  const all = [...receipts.values()];
  const total = (of: keyof Shown) => sumOf(all.map((receipt) => receipt[of]));
  return {
    key: "paid",
    head: "Paid (USD)",
    align: "right",
    narrow: "meta-value",
    className: "wide:w-32 wide:whitespace-nowrap",
    foot: foot && all.length > 0 && (
      <Paid paid={total("paid")} paid_back={total("paid_back")} disputed={total("disputed")} />
    ),
    cell: ({ id, type }) => {
      const receipt = receipts.get(id);
      if (receipt) return <Paid {...receipt} />;
      if (isSold(type)) return <span className="text-ink-muted">paid elsewhere</span>;
      return <span className="text-ink-muted narrow:hidden">—</span>;
    },
  };
}

type Shown = Pick<ReceiptLine, "paid" | "paid_back" | "disputed">;

function Paid({ paid, paid_back, disputed }: Shown) {
  return (
    <span className="block wide:py-1">
      {displayUsd(paid)} <span className="wide:hidden">paid</span>
      {Number(paid_back) > 0 && <Gone usd={paid_back} why="refunded" />}
      {Number(disputed) > 0 && <Gone usd={disputed} why="disputed" />}
    </span>
  );
}

function Gone({ usd, why }: { usd: string; why: string }) {
  return (
    <span className="block text-xs font-normal text-ink-muted">
      {MINUS + displayUsd(usd)} {why}
    </span>
  );
}
