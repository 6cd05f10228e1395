import { TableSkeleton } from "@/components/ui/skeleton";

/** While a backtest is worked out, which takes as long as there are calls. */
export function BacktestSkeleton() {
  return (
    <div role="status" className="space-y-3">
      <p className="text-sm text-ink-muted">
        Every call of the last 30 days is priced once more, account by account.
      </p>
      <TableSkeleton rows={6} />
    </div>
  );
}
