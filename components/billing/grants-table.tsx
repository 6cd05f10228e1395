import { Coins } from "lucide-react";
import { Amount } from "@/components/ui/amount";
import { Badge, type Tone } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { RowLink } from "@/components/ui/row-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { GrantView } from "@/lib/ledger/list-grants";
import { originName } from "@/lib/ledger/rules/type-names";
import { displayDescription } from "@/lib/values/display/description";
import type { Unit } from "@/lib/values/ids";

const TONES: Readonly<Record<GrantView["status"], Tone>> = {
  open: "good",
  used: "neutral",
  withdrawn: "neutral",
  expired: "warn",
};

const HEADS = {
  granted: "Granted",
  used: "Used",
  withdrawn: "Withdrawn",
  expired: "Expired",
  left: "Left",
} as const;

/** What grants say in amounts, in the order in which they add up. */
export const GRANT_AMOUNTS = ["granted", "used", "withdrawn", "expired", "left"] as const;
export type GrantAmount = (typeof GRANT_AMOUNTS)[number];

/** The grants of a wallet: where each came from, what is left of it, and when that expires. */
export function GrantsTable({
  grants,
  unit,
  creditValue,
  totals,
  caption,
}: {
  grants: readonly GrantView[];
  unit: Unit;
  creditValue: string;
  /** Of all grants, as decimal strings. */
  totals: Readonly<Record<GrantAmount, string>>;
  caption: string;
}) {
  const amount = (name: GrantAmount, narrow?: "value" | "meta-value") => ({
    key: name,
    head: HEADS[name],
    align: "right" as const,
    ...(narrow && { narrow, word: name }),
    className: narrow ? "wide:w-28" : "wide:w-28 max-lg:hidden",
    cell: (grant: GrantView) => (
      <Amount value={grant[name]} unit={unit} creditValue={creditValue} aligned className="relative" />
    ),
    foot: <Amount value={totals[name]} unit={unit} creditValue={creditValue} aligned />,
  });
  const columns: Column<GrantView>[] = [
    {
      key: "grant",
      head: unit === "credit" ? "Grant (amounts in ECU)" : "Grant (amounts in runs)",
      narrow: "title",
      className: "wide:max-w-0 wide:w-full",
      cell: ({ no, origin, description, transaction_id: id }) => (
        <RowLink
          href={`/billing?${unit === "credit" ? "" : `unit=${unit}&`}explain=${id}`}
          title={description}
          className="block narrow:line-clamp-3 narrow:text-pretty narrow:break-words wide:truncate"
        >
          <span className="font-medium">{originName(origin)}</span>{" "}
          <span className="text-ink-muted">
            #{no} · {displayDescription(description)}
          </span>
        </RowLink>
      ),
      foot: "Total",
    },
    {
      key: "status",
      head: "Status",
      className: "wide:w-22",
      cell: ({ status }) => <Badge tone={TONES[status]}>{status}</Badge>,
    },
    amount("granted"),
    amount("used"),
    // Few accounts ever have a payment refunded.
    ...(totals.withdrawn === "0" ? [] : [amount("withdrawn")]),
    amount("expired"),
    amount("left", "value"),
    {
      key: "expires",
      head: "Expires",
      narrow: "meta",
      className: "wide:w-36",
      cell: ({ expires_at, status }) =>
        expires_at ? (
          <>
            <span className="wide:hidden">{status === "expired" ? "expired " : "expires "}</span>
            <UtcTime at={expires_at} />
          </>
        ) : (
          <span className="text-ink-muted">
            {status === "open" ? (
              <>
                never<span className="wide:hidden"> expires</span>
              </>
            ) : (
              <>
                <span className="wide:hidden">{status === "withdrawn" ? "withdrawn" : "used up"}</span>
                <span className="narrow:hidden">—</span>
              </>
            )}
          </span>
        ),
    },
  ];
  return (
    <div className="rounded-lg border bg-surface">
      <DataTable
        caption={caption}
        columns={columns}
        rows={grants}
        rowKey={({ no }) => no.toString()}
        empty={
          <EmptyState
            icon={Coins}
            title="No grants"
            actions={<LinkButton href="/billing/buy">Add credit</LinkButton>}
          >
            Credit that is bought, given or part of a contract stands here, with what is left of it.
          </EmptyState>
        }
      />
    </div>
  );
}
