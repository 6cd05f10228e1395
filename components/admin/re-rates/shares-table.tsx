import { Amount } from "@/components/ui/amount";
import { Badge, type Tone } from "@/components/ui/badge";
import { CopyId } from "@/components/ui/copy-id";
import { DataTable } from "@/components/ui/data-table";
import { TextLink } from "@/components/ui/text-link";
import type { ShareView } from "@/lib/backoffice/re-rates/read";
import { displayCount } from "@/lib/values/display/count";
import { shortUnitName } from "@/lib/values/display/unit";

const STATES: Readonly<Record<ShareView["state"], readonly [string, Tone]>> = {
  none: ["no difference", "neutral"],
  waiting: ["not posted", "warn"],
  posted: ["posted", "good"],
  even: ["evens out", "neutral"],
  refused: ["not posted", "bad"],
};

/** What became of the calls whose price stays; empty where there are none. */
export function unchangedInWords(unchanged: string, leftOut: string): string {
  if (unchanged === "0") return "";
  const stay = `${displayCount(unchanged)} ${unchanged === "1" ? "stays as it is" : "stay as they are"}`;
  return leftOut === "0" ? stay : `${stay}, ${displayCount(leftOut)} of them left out`;
}

/** What each account paid for the calls, what it would have paid, and what became of the difference. */
export function SharesTable({ shares }: { shares: readonly ShareView[] }) {
  return (
    <DataTable
      caption="Each customer’s difference"
      rows={shares}
      rowKey={({ accountId, unit }) => `${accountId} ${unit}`}
      empty={
        <p className="px-5 py-5 text-sm text-ink-muted">Nobody whom it concerns called anything then.</p>
      }
      columns={[
        {
          key: "account",
          head: "Account",
          narrow: "title",
          cell: ({ accountId, accountName, refused }) => (
            <span className="block max-w-80 min-w-0 wide:py-1">
              <TextLink href={`/admin/accounts/${accountId}`} className="block truncate font-medium">
                {accountName}
              </TextLink>
              {refused && <span className="block text-xs text-bad">{refused}</span>}
            </span>
          ),
        },
        {
          key: "calls",
          head: "Calls",
          narrow: "meta",
          cell: ({ calls, changed, unchanged, leftOut }) => (
            <span className="block wide:py-1 text-xs text-ink-muted">
              {displayCount(changed)} of {displayCount(calls)} differ
              <span className="block empty:hidden">{unchangedInWords(unchanged, leftOut)}</span>
            </span>
          ),
        },
        {
          key: "old",
          head: "Those were charged",
          align: "right",
          cell: ({ changed, oldCharge, unit }) => <Charge of={changed} value={oldCharge} unit={unit} />,
        },
        {
          key: "new",
          head: "Priced anew",
          align: "right",
          cell: ({ changed, newCharge, unit }) => <Charge of={changed} value={newCharge} unit={unit} />,
        },
        {
          key: "difference",
          head: "For the customer",
          align: "right",
          narrow: "value",
          cell: ({ difference, unit }) => (
            <>
              <Amount value={difference} unit={unit} signed /> {shortUnitName(unit)}
            </>
          ),
        },
        {
          key: "state",
          head: "State",
          align: "right",
          narrow: "meta-value",
          cell: ({ state, transaction }) => (
            <span className="inline-flex flex-wrap items-center justify-end gap-2">
              <Badge tone={STATES[state][1]}>{STATES[state][0]}</Badge>
              {transaction && <CopyId id={transaction} label="transaction" />}
            </span>
          ),
        },
      ]}
    />
  );
}

/** A sum with its unit; of no call there is none. */
function Charge({ of, value, unit }: { of: string; value: string; unit: ShareView["unit"] }) {
  if (of === "0") return <span className="text-ink-muted">—</span>;
  return (
    <span className="whitespace-nowrap">
      <Amount value={value} unit={unit} /> {shortUnitName(unit)}
    </span>
  );
}
