import type { Metadata } from "next";
import { Suspense } from "react";
import { FirstResource, NothingFound, registerCode } from "@/components/resources/first-resource";
import { ResourceSheet } from "@/components/resources/resource-sheet";
import { toolColumns } from "@/components/resources/tab-columns";
import { PanelSkeleton, TabFrame, TabTable } from "@/components/resources/tab-frame";
import { TabToolbar } from "@/components/resources/tab-toolbar";
import { ToolRunsCard, ToolRunsNotice } from "@/components/resources/tool-runs";
import { StatCard } from "@/components/ui/card";
import { changeNote } from "@/components/usage/change";
import { readTools } from "@/lib/deployments/read-tools";
import { tabBefore } from "@/lib/deployments/tabs/tab-before";
import { sortOf } from "@/lib/deployments/tabs/arrange";
import { SORT_TOOLS, toolsView } from "@/lib/deployments/tabs/views";
import { readWallet } from "@/lib/metering/read-wallet";
import { displayCount } from "@/lib/values/display/count";
import { displayRange } from "@/lib/values/display/time";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../../console-url";
import type { SearchParams } from "../../search-params";
import { sortedBy, sortValue } from "../sorted-by";
import { readTab } from "../read-tab";
import { ResourcePanel } from "../resource-panel";

export const metadata: Metadata = { title: "Tools · Usage" };

export default async function ToolsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  const asked = await readTab("/usage/tools", searchParams, ctx.accountId, { sorting: SORT_TOOLS });
  const [usage, wallet, url, before] = await Promise.all([
    readTools(ctx, asked.days),
    readWallet(ctx),
    consoleUrl(),
    tabBefore(asked.before, {
      read: (days) => readTools(ctx, days),
      view: (usage) => toolsView(usage, {}),
      of: ({ runs }) => runs,
    }),
  ]);
  const rows = toolsView(usage, asked);
  const sort = sortOf(SORT_TOOLS, asked.sort);
  const table = {
    sorted: sortedBy(sort, asked),
    hrefOf: (open: string) => asked.hrefWith({ open }),
    creditValue: wallet.credit_usd_value,
    before: before?.byId ?? null,
  };
  return (
    <TabFrame
      notice={<ToolRunsNotice wallet={wallet} />}
      totals={
        <>
          <StatCard
            label="Total tools"
            value={displayCount(usage.total_tools)}
            note="deployed at least once"
          />
          <StatCard
            label="Total runs"
            value={displayCount(usage.total_runs)}
            note={changeNote(
              usage.total_runs,
              before && { days: before.days, amount: before.usage.total_runs },
              displayRange(asked.days.from, asked.days.to),
            )}
          />
          <ToolRunsCard wallet={wallet} />
        </>
      }
      toolbar={
        <TabToolbar
          noun="tools"
          sorts={[
            { value: "-runs", label: "Most runs" },
            { value: "name", label: "Name" },
            { value: "owner", label: "Owner" },
            { value: "-last_active_on", label: "Last active" },
            { value: "status", label: "Status" },
          ]}
          sort={sortValue(sort)}
          csvHref={`/api/v1/usage/tools.csv?${asked.csvQuery}`}
        />
      }
    >
      <TabTable
        caption="Tools and their runs"
        columns={toolColumns(rows, table)}
        rows={rows}
        open={asked.open}
        empty={
          asked.text ? (
            <NothingFound noun="tool" clearHref={asked.hrefWith({ text: null })} />
          ) : (
            <FirstResource
              title="No tool was deployed yet"
              code={registerCode(url, "tool/web-search", { name: "Web search", status: "deployed" })}
            >
              Tools appear here once they are deployed; those in development are left out.
            </FirstResource>
          )
        }
      />
      {asked.open && (
        <ResourceSheet title="Tool">
          <Suspense key={asked.open} fallback={<PanelSkeleton />}>
            <ResourcePanel kind="tool" id={asked.open} days={asked.days} />
          </Suspense>
        </ResourceSheet>
      )}
    </TabFrame>
  );
}
