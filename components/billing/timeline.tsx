import Link from "next/link";
import { Amount } from "@/components/ui/amount";
import { cn } from "@/components/ui/cn";
import { UtcTime } from "@/components/ui/utc-time";
import type { TransactionRow } from "@/lib/ledger/types";
import { displayDescription } from "@/lib/values/display/description";
import { sumOf } from "@/lib/values/display/round-to-sum";

/** Every row of one hold, instance or payment, oldest first, and what they come to together. */
export function Timeline({
  rows,
  current,
  page = "/billing",
}: {
  rows: readonly TransactionRow[];
  /** The row that is being explained, if one is. */
  current?: string;
  /** The page that explains the others. */
  page?: string;
}) {
  const total = sumOf(rows.map(({ amount }) => amount));
  return (
    <ol className="relative ml-1 border-l border-line-strong text-sm">
      {rows.map(({ id, created_at, description, amount, unit }) => (
        <li key={id} className="relative pb-3 pl-4">
          <span
            className={cn(
              "absolute top-1.5 -left-[5px] size-[9px] rounded-full border-2 border-surface bg-ink-muted",
              id === current && "bg-accent",
            )}
            aria-hidden
          />
          <div className="flex items-baseline justify-between gap-3">
            {id === current ? (
              <span className="min-w-0 font-medium" aria-current="true">
                {displayDescription(description)}
              </span>
            ) : (
              <Link
                href={`${page}?explain=${id}` as "/billing"}
                scroll={false}
                className="min-w-0 hover:underline"
              >
                {displayDescription(description)}
              </Link>
            )}
            <Amount value={amount} unit={unit} signed aligned />
          </div>
          <UtcTime at={created_at} className="text-xs text-ink-muted" />
        </li>
      ))}
      <li className="flex justify-between pt-1 pl-4 font-medium">
        Together <Amount value={total} unit={rows[0]?.unit} aligned />
      </li>
    </ol>
  );
}
