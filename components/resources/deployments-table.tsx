import { Amount } from "@/components/ui/amount";
import { type Column, DataTable } from "@/components/ui/data-table";
import { RowLink } from "@/components/ui/row-link";
import type { DeploymentRow, DeploymentsUsage } from "@/lib/deployments/read-models";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { displayDay } from "@/lib/values/display/time";
import { StatusBadge } from "./status-badge";

interface Line extends Pick<DeploymentRow, "id" | "name" | "type" | "credits"> {
  last_updated_on: string;
  status: string;
  shown: string;
}

/** Stands in place of a deployment's id. */
const INSTANCES = "instances:";

/** The deployments of a model, the instances that ran it, and what it used by itself; together they are its credits. */
export function DeploymentsTable({
  usage: { model, own, instances, deployments },
}: {
  usage: DeploymentsUsage;
}) {
  const self = {
    ...own,
    id: "",
    name: "The model itself",
    type: "fine-tuning",
    last_updated_on: "",
    status: "",
  };
  const ofInstances = { ...self, ...instances, id: INSTANCES, name: "Inference instances", type: "instance" };
  const lines = [...deployments, ofInstances, self].filter(
    ({ id, credits }) => credits !== "0" || (id !== "" && id !== INSTANCES),
  );
  const shown = roundToSum(lines.map(({ credits }) => credits));
  const rows = lines.map((line, index): Line => ({ ...line, shown: shown[index] ?? line.credits }));
  if (rows.length === 0) return <p className="text-sm text-ink-muted">It was never deployed.</p>;
  return (
    <div className="overflow-hidden rounded-lg border">
      <DataTable
        caption={`Deployments of ${model.name}`}
        columns={columnsOf(model, sumOf(shown))}
        rows={rows}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

function columnsOf(model: DeploymentsUsage["model"], shownTotal: string): Column<Line>[] {
  return [
    {
      key: "name",
      head: "Name",
      foot: "Total",
      narrow: "title",
      cell: ({ id, name, status }) => (
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
          {id === "" ? (
            name
          ) : (
            <RowLink
              href={instancesOf(id === INSTANCES ? model.id : `deployment/${id}`)}
              scroll={false}
              className="block truncate font-medium"
            >
              {name}
            </RowLink>
          )}
          {status && <StatusBadge status={status} />}
        </span>
      ),
    },
    {
      key: "credits",
      head: "Credits used (ECU)",
      align: "right",
      narrow: "value",
      unit: "ECU",
      foot: <Amount value={model.credits} shown={shownTotal} aligned />,
      cell: ({ credits, shown }) => <Amount value={credits} shown={shown} aligned className="relative" />,
    },
    {
      key: "type",
      head: "Type",
      narrow: "meta",
      cell: ({ type }) => <span className="capitalize">{type}</span>,
    },
    {
      key: "updated",
      head: "Last updated on",
      narrow: "meta-value",
      cell: ({ last_updated_on: day }) => (day ? `updated ${displayDay(day)}` : ""),
    },
  ];
}

/** What ran a deployment or a model, in the last ninety days. */
function instancesOf(text: string): string {
  return `/usage/instances?${new URLSearchParams({ range: "90d", text }).toString()}`;
}
