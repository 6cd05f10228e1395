import { Amount } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { UtcTime } from "@/components/ui/utc-time";
import type { CustomerGrants as Grants } from "@/lib/backoffice/accounts/read-customer";
import { originName } from "@/lib/ledger/rules/type-names";
import { displayDescription } from "@/lib/values/display/description";
import type { Unit } from "@/lib/values/ids";

/** What is left of each grant, in the order in which they burn down. */
export function CustomerGrants({ grants, creditValue }: { grants: Grants; creditValue: string }) {
  const rows = (["credit", "tool_run"] as const).flatMap((unit) =>
    grants[unit].filter(({ status }) => status === "open").map((grant) => ({ ...grant, unit })),
  );
  return (
    <Card flush title="Open grants" description="In the order in which they are used.">
      <DataTable
        caption="Open grants"
        rows={rows}
        rowKey={({ unit, no }) => `${unit} ${no}`}
        empty={<p className="px-5 py-5 text-sm text-ink-muted">Nothing is left of any grant.</p>}
        columns={[
          {
            key: "what",
            head: "Grant",
            narrow: "title",
            cell: ({ description, origin }) => (
              <span className="flex min-w-0 items-center gap-2 narrow:flex-wrap narrow:gap-y-0.5">
                <span className="narrow:line-clamp-3 narrow:break-words wide:truncate" title={description}>
                  {displayDescription(description)}
                </span>
                <Badge>{originName(origin)}</Badge>
              </span>
            ),
          },
          {
            key: "expires",
            head: "Expires (UTC)",
            narrow: "meta",
            cell: ({ expires_at: at }) =>
              at === null ? (
                <span className="text-ink-muted">
                  never<span className="wide:hidden"> expires</span>
                </span>
              ) : (
                <>
                  <span className="wide:hidden">expires </span>
                  <UtcTime column at={at} />
                </>
              ),
          },
          {
            key: "granted",
            head: "Granted (ECU)",
            align: "right",
            narrow: "meta-value",
            word: "of",
            cell: ({ granted, unit }) => (
              <GrantAmount value={granted} unit={unit} creditValue={creditValue} />
            ),
          },
          {
            key: "left",
            head: "Left (ECU)",
            align: "right",
            narrow: "value",
            cell: ({ left, unit }) => <GrantAmount value={left} unit={unit} creditValue={creditValue} />,
          },
        ]}
      />
    </Card>
  );
}

/** Credit stands on its decimal points, and runs, which have none, say what they are. */
function GrantAmount({ value, unit, creditValue }: { value: string; unit: Unit; creditValue: string }) {
  if (unit === "credit") return <Amount value={value} creditValue={creditValue} aligned />;
  return (
    <>
      <Amount value={value} unit="tool_run" /> runs
    </>
  );
}
