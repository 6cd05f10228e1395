import Link from "next/link";
import { Amount } from "@/components/ui/amount";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { Consumer, Consumers } from "@/lib/reports/consumption/read-consumption";
import type { ConsumerKind } from "@/lib/reports/consumption/schema";
import { displayChange } from "@/lib/values/display/change";
import { plural } from "@/lib/values/display/count";
import { displayPercent } from "@/lib/values/display/percent";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { parseScaled } from "@/lib/values/money";

interface ConsumersCardProps {
  kind: ConsumerKind;
  title: string;
  noun: string;
  consumers: Consumers;
  /** How the rows' charges are written, and last that of the others. */
  shown: readonly string[];
  /** What named none. */
  none: string;
  days: { from: string; to: string };
  creditValue: string;
}

/** The top consumers of one kind; each leads to its usage in the same days. */
export function ConsumersCard({
  kind,
  title,
  noun,
  consumers: { rows, other },
  shown,
  none,
  days,
  creditValue,
}: ConsumersCardProps) {
  const whole = sumOf([...rows, ...(other ? [other] : [])].map(({ charge }) => charge));
  const lines = rows.map((row, index) => ({ row, written: shown[index] ?? row.charge }));
  const named = lines.filter(({ row }) => row.value !== "");
  const unnamed = lines.filter(({ row }) => row.value === "");
  const percentOf = ({ share_percent: share, charge }: { share_percent: number; charge: string }) =>
    displayPercent(share, { of: [charge, whole], fixed: true });
  const usage = (more: Record<string, string>) =>
    `/usage/calls?${new URLSearchParams({ ...days, by: kind, of: "all", ...more }).toString()}` as "/usage";
  return (
    <Card
      title={
        <span className="flex items-baseline justify-between gap-3">
          {title}
          <Link
            prefetch={false}
            href={usage({})}
            aria-label={`All ${noun} in usage`}
            className="inline-flex min-h-6 items-center rounded-sm text-sm font-normal text-accent-ink underline-offset-3 hover:underline"
          >
            All
          </Link>
        </span>
      }
    >
      <ol className="space-y-3" aria-label={`Top ${noun}`}>
        {named.map(({ row, written }) => (
          <li key={row.value}>
            <Line row={row} percent={percentOf(row)} href={usage({ [kind]: row.value })}>
              <Amount value={row.charge} shown={written} creditValue={creditValue} aligned />
            </Line>
          </li>
        ))}
        {other && (
          <li className="flex justify-between gap-3 text-sm text-ink-muted">
            <span>
              {other.consumers > 0 ? plural(other.consumers, "other") : "Others, before"}
              {other.charge !== "0" && <span className="text-xs"> · {percentOf(other)}</span>}
            </span>
            <Amount
              value={other.charge}
              shown={shown[rows.length] ?? other.charge}
              creditValue={creditValue}
              aligned
            />
          </li>
        )}
        {unnamed.map(({ row, written }) => (
          <li key={row.value}>
            <Line row={{ ...row, name: none }} percent={percentOf(row)} href={null}>
              <Amount value={row.charge} shown={written} creditValue={creditValue} aligned />
            </Line>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Line({
  row,
  percent,
  href,
  children,
}: {
  row: Consumer;
  percent: string;
  href: "/usage" | null;
  children: React.ReactNode;
}) {
  const { value, name } = row;
  const change = displayChange(parseScaled(row.charge, 9), parseScaled(row.before, 9));
  return (
    <>
      <div className="flex items-baseline justify-between gap-3 text-sm">
        {href ? (
          <Link
            prefetch={false}
            href={href}
            title={value === name ? name : `${name} · ${value}`}
            className="min-w-0 truncate rounded-sm font-medium underline-offset-3 hover:underline"
          >
            {name}
          </Link>
        ) : (
          <span className="min-w-0 text-ink-muted">{name}</span>
        )}
        {children}
      </div>
      <ProgressBar
        percent={row.share_percent}
        label={`${percent} of the credits`}
        tone={href ? "accent" : "neutral"}
        className="mt-1"
      />
      <p className="mt-0.5 flex justify-between gap-3 text-xs text-ink-muted tabular-nums">
        <span>{percent}</span>
        <span title="Against as many days right before">{change ?? "new"}</span>
      </p>
    </>
  );
}
