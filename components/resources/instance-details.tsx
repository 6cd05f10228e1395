import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/button";
import { CopyId } from "@/components/ui/copy-id";
import { Details } from "@/components/ui/details";
import { UtcTime } from "@/components/ui/utc-time";
import type { InstanceRow } from "@/lib/deployments/read-instance";
import { resourceName } from "@/lib/metering/rules/usage-names";
import { displayExactAmount } from "@/lib/values/display/amount";
import { hardwareInWords } from "./instance-columns";
import { StatusBadge } from "./status-badge";

const AT_MOST = 10;

/** What an instance is, since when it runs and why it ended, and the way to its rows of the ledger. */
export function InstanceDetails({ instance }: { instance: InstanceRow }) {
  const { id, title, status, stop_reason, resource, model, member, team, project, endpoint } = instance;
  const rows: (readonly [string, ReactNode] | false)[] = [
    ["Hardware", hardwareInWords(instance)],
    instance.replica_changes.length > 0 && [
      "Replicas changed",
      <ReplicaChanges key="changes" changes={instance.replica_changes} />,
    ],
    model !== "" && ["Model", model],
    resource !== null && ["Runs", resourceName(resource)],
    ["Since", <UtcTime key="since" at={instance.started_at} />],
    instance.planned_until !== null && [
      "Planned until",
      <UtcTime key="planned" at={instance.planned_until} />,
    ],
    instance.stopped_at === null &&
      instance.planned_until === null &&
      instance.next_cycle_at !== null && ["Next cycle", <UtcTime key="next" at={instance.next_cycle_at} />],
    instance.stopped_at !== null && ["Ended", <UtcTime key="ended" at={instance.stopped_at} />],
    ["Held now", `${displayExactAmount(instance.held)} ECU`],
    ["Settled", `${displayExactAmount(instance.used)} ECU`],
    member !== "" && ["Member", member],
    team !== "" && ["Team", team],
    project !== "" && ["Project", project],
    endpoint !== "" && [
      "Endpoint",
      <span key="endpoint" className="font-mono text-xs wrap-anywhere">
        {endpoint}
      </span>,
    ],
    ["Id", <CopyId key="id" id={id} label="instance id" />],
  ];
  return (
    <div className="space-y-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-xl font-semibold tracking-tight">{title}</span>
        <StatusBadge status={status} />
      </p>
      {stop_reason !== "" && <Banner tone={status === "stopped" ? "note" : "bad"}>{stop_reason}</Banner>}
      <Details rows={rows.filter((row) => row !== false)} />
      <LinkButton size="sm" href={transactionsOf(id)}>
        Its transactions
      </LinkButton>
    </div>
  );
}

/** When it went on with more or fewer replicas: from there on its time costs another amount. */
function ReplicaChanges({ changes }: { changes: InstanceRow["replica_changes"] }) {
  return (
    <ul className="space-y-0.5">
      {changes.slice(-AT_MOST).map(({ cycle, at, from, to }) => (
        <li key={cycle}>
          from {from} to {to}, <UtcTime at={at} />
        </li>
      ))}
      {changes.length > AT_MOST && (
        <li className="text-xs text-ink-muted">
          the last {AT_MOST} of {changes.length}
        </li>
      )}
    </ul>
  );
}

function transactionsOf(id: string): `/billing?${string}` {
  return `/billing?${new URLSearchParams({ ref_type: "instance", ref_id: id }).toString()}`;
}
