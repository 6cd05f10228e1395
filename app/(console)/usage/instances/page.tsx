import { Layers, SearchX } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { FirstResource, NothingFound, startCode } from "@/components/resources/first-resource";
import { instanceColumns } from "@/components/resources/instance-columns";
import { InstanceTotals } from "@/components/resources/instance-totals";
import { ResourceSheet } from "@/components/resources/resource-sheet";
import { PanelSkeleton, TabFrame, TabTable } from "@/components/resources/tab-frame";
import { TabToolbar } from "@/components/resources/tab-toolbar";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { countRan, readSpending } from "@/lib/deployments/read-spending";
import { sortOf } from "@/lib/deployments/tabs/arrange";
import { instancesView, SORT_INSTANCES } from "@/lib/deployments/tabs/instances-view";
import { creditValueOf } from "@/lib/metering/credit-value";
import { formatUsd } from "@/lib/values/usd";
import { Refusal } from "@/lib/values/refusal";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../../console-url";
import type { SearchParams } from "../../search-params";
import { readTab } from "../read-tab";
import { sortedBy, sortValue } from "../sorted-by";
import { InstancePanel } from "./instance-panel";

export const metadata: Metadata = { title: "Instances · Usage" };

const SORTS = [
  { value: "-started_at", label: "Newest" },
  { value: "-spent", label: "Most spent" },
  { value: "-held", label: "Most charged ahead" },
  { value: "name", label: "Name" },
  { value: "status", label: "Status" },
];

export default async function InstancesPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  const asked = await readTab("/usage/instances", searchParams, ctx.accountId, {
    sorting: SORT_INSTANCES,
    rowsCompared: false,
  });
  const [found, total, before, creditValue, url] = await Promise.all([
    readSpending(ctx, asked.days).catch(tooMany),
    countRan(ctx, {}),
    asked.before && countRan(ctx, asked.before),
    creditValueOf(ctx.accountId).then(formatUsd),
    consoleUrl(),
  ]);
  const ran = found instanceof Refusal ? [] : found;
  const rows = instancesView(ran, asked);
  const sort = sortOf(SORT_INSTANCES, asked.sort);
  const table = {
    sorted: sortedBy(sort, asked),
    hrefOf: (open: string) => asked.hrefWith({ open }),
    creditValue,
    // An instance has one price since it began: nothing of it belongs to a period.
    before: null,
  };
  return (
    <TabFrame
      totals={
        !(found instanceof Refusal) && (
          <InstanceTotals
            instances={found}
            days={asked.days}
            before={asked.before && { days: asked.before, count: before ?? 0 }}
            creditValue={creditValue}
          />
        )
      }
      toolbar={
        <TabToolbar
          noun="instances"
          sorts={SORTS}
          sort={sortValue(sort)}
          csvHref={`/api/v1/usage/instances.csv?${asked.csvQuery}`}
        />
      }
    >
      <TabTable
        caption="Instances that ran in these days"
        columns={instanceColumns(rows, table)}
        rows={rows}
        open={asked.open}
        empty={
          found instanceof Refusal ? (
            <EmptyState icon={Layers} title="More instances than a page can hold">
              {found.message}
            </EmptyState>
          ) : asked.text ? (
            <NothingFound noun="instance" clearHref={asked.hrefWith({ text: null })} />
          ) : total > 0 ? (
            <EmptyState
              icon={SearchX}
              title="No instance ran in these days"
              actions={<LinkButton href="/usage/instances?range=90d">Show the last 90 days</LinkButton>}
            >
              Choose other days to see those that ran before.
            </EmptyState>
          ) : (
            <FirstResource
              title="No instance was started yet"
              code={startCode(url, { id: "1", kind: "gpu", hardware: "l4", gpus: 1, hours: "1" })}
            >
              Credit is held when an instance starts; what it did not use goes back when it stops.
            </FirstResource>
          )
        }
      />
      {asked.open && (
        <ResourceSheet title="Instance">
          <Suspense key={asked.open} fallback={<PanelSkeleton />}>
            <InstancePanel id={asked.open} />
          </Suspense>
        </ResourceSheet>
      )}
    </TabFrame>
  );
}

/** That there are more than a page can hold is shown in their place. */
function tooMany(error: unknown): Refusal {
  if (error instanceof Refusal && error.code === "unprocessable") return error;
  throw error;
}
