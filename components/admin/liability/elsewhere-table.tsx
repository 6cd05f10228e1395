import { DataTable } from "@/components/ui/data-table";
import { RowLink } from "@/components/ui/row-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { ElsewhereLine } from "@/lib/reports/register/read-elsewhere";
import { elsewhereCents } from "@/lib/reports/register/rules/elsewhere-cents";
import { displayDescription } from "@/lib/values/display/description";
import { displayUsd } from "@/lib/values/display/usd";
import { formatScaled } from "@/lib/values/money";
import type { PicoUsd } from "@/lib/values/usd";
import { summed } from "./summed";

/** The newest rows of a month that the journal has as sold elsewhere; their total is that of all. */
export function ElsewhereTable({
  lines,
  most,
  creditValue,
}: {
  lines: readonly ElsewhereLine[];
  most: number;
  creditValue: PicoUsd;
}) {
  const { cell, foot } = summed(lines, ["amount"]);
  const cents = elsewhereCents(lines, creditValue);
  const usd = (amount: bigint) => displayUsd(formatScaled(amount, 2));
  return (
    <DataTable
      caption="Credit sold elsewhere in the month"
      rows={lines.slice(0, most)}
      rowKey={({ transactionId }) => transactionId}
      columns={[
        {
          key: "at",
          head: "When (UTC)",
          narrow: "meta",
          className: "wide:w-44 wide:text-ink-muted",
          cell: ({ at }) => <UtcTime column at={at.toISOString()} className="relative z-10" />,
          foot: <span className="text-ink narrow:hidden">Total</span>,
        },
        {
          key: "account",
          head: "Account",
          cell: ({ account }) => (
            <span className="block max-w-44 truncate" title={account}>
              {account}
            </span>
          ),
        },
        {
          key: "what",
          head: "What it was",
          narrow: "title",
          className: "wide:max-w-0 wide:w-full wide:truncate",
          cell: ({ account, accountId, transactionId, description }) => (
            <>
              <RowLink
                href={`/admin/accounts/${accountId}/transactions?explain=${transactionId}`}
                title={description}
              >
                {displayDescription(description)}
              </RowLink>
              <span className="block truncate text-xs text-ink-muted wide:hidden">{account}</span>
            </>
          ),
          foot: <span className="wide:hidden">Total</span>,
        },
        {
          key: "amount",
          head: "Credit (ECU)",
          unit: "ECU",
          align: "right",
          narrow: "value",
          cell: (line) => cell(line, "amount"),
          foot: foot("amount"),
        },
        {
          key: "usd",
          head: "Value (USD)",
          align: "right",
          narrow: "meta-value",
          cell: (line) => usd(cents[lines.indexOf(line)] ?? 0n),
          foot: usd(cents.reduce((sum, each) => sum + each, 0n)),
        },
      ]}
    />
  );
}
