import type { ReactNode } from "react";
import { CopyId } from "@/components/ui/copy-id";
import { Details } from "@/components/ui/details";
import { UtcTime } from "@/components/ui/utc-time";
import type { ResourceView } from "@/lib/deployments/read-resource";
import { StatusBadge } from "./status-badge";
import { languageInWords, MODEL_TYPES } from "./tab-columns";

/** What a resource is: its name, status, and who answers for it. */
export function ResourceDetails({ resource }: { resource: ResourceView }) {
  const { id, name, kind, type, status, owner, team, project, endpoint, language, language_version } =
    resource;
  const rows: (readonly [string, ReactNode] | false)[] = [
    kind === "model" && type !== "" && ["Type", MODEL_TYPES[type] ?? type],
    language !== "" && ["Language (version)", languageInWords(language, language_version)],
    owner !== "" && ["Owner", owner],
    team !== "" && ["Team", team],
    project !== "" && ["Project", project],
    endpoint !== "" && [
      "Endpoint",
      <span key="endpoint" className="font-mono text-xs wrap-anywhere">
        {endpoint}
      </span>,
    ],
    resource.last_active_at !== null && [
      "Last active",
      <UtcTime key="active" at={resource.last_active_at} />,
    ],
    ["Id", <CopyId key="id" id={id} label="id" />],
  ];
  return (
    <div>
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <span className="text-xl font-semibold tracking-tight wrap-anywhere">{name}</span>
        {kind !== "model" && <StatusBadge status={status} />}
      </p>
      <Details rows={rows.filter((row) => row !== false)} />
    </div>
  );
}
