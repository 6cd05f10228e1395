import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { InstanceRow } from "@/lib/deployments/read-instance";
import { StatusBadge } from "./status-badge";

/** The instances that ran a resource, newest first; each leads to its cycles. */
export function InstanceLinks({ instances }: { instances: readonly InstanceRow[] }) {
  return (
    <ul className="divide-y text-sm">
      {instances.map(({ id, title, status, started_at, stopped_at }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-2">
          <span className="flex items-center gap-2">
            <TextLink
              href={`/usage/instances?${new URLSearchParams({ range: "90d", open: id }).toString()}` as "/"}
            >
              {title}
            </TextLink>
            <StatusBadge status={status} />
          </span>
          <span className="text-xs text-ink-muted">
            <UtcTime at={started_at} short /> – {stopped_at ? <UtcTime at={stopped_at} short /> : "now"}
          </span>
        </li>
      ))}
    </ul>
  );
}
