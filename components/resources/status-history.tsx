import { UtcTime } from "@/components/ui/utc-time";
import type { ResourceView } from "@/lib/deployments/read-resource";
import { StatusBadge } from "./status-badge";

/** What became of a resource, newest first: its status, why, and who said so. */
export function StatusHistory({ history }: { history: ResourceView["history"] }) {
  return (
    <ol className="divide-y text-sm">
      {history.toReversed().map(({ at, status, size_gb, note, changed_by }, index) => (
        <li key={index} className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 py-2">
          <span className="row-span-2 w-24">
            <StatusBadge status={status} />
          </span>
          <UtcTime at={at} className="justify-self-end text-xs text-ink-muted" />
          <p className="justify-self-end text-right text-xs wrap-anywhere text-ink-muted">
            {[note, size_gb && `${size_gb} GB`, changed_by && `by ${changed_by}`].filter(Boolean).join(" · ")}
          </p>
        </li>
      ))}
    </ol>
  );
}
