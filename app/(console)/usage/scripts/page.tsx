import type { Metadata } from "next";
import { Suspense } from "react";
import { CreditsCard } from "@/components/resources/credits-card";
import { FirstResource, NothingFound, registerCode } from "@/components/resources/first-resource";
import { ResourceSheet } from "@/components/resources/resource-sheet";
import { scriptColumns } from "@/components/resources/tab-columns";
import { PanelSkeleton, TabFrame, TabTable } from "@/components/resources/tab-frame";
import { TabToolbar } from "@/components/resources/tab-toolbar";
import { StatCard } from "@/components/ui/card";
import { WithRunning } from "@/components/usage/still-running";
import { readScripts } from "@/lib/deployments/read-scripts";
import { scriptsView, SORT_SCRIPTS } from "@/lib/deployments/tabs/views";
import { displayCount } from "@/lib/values/display/count";
import { displayDuration } from "@/lib/values/display/duration";
import type { SearchParams } from "../../search-params";
import { readSpendingTab } from "../read-spending-tab";
import { ResourcePanel } from "../resource-panel";

export const metadata: Metadata = { title: "Custom scripts · Usage" };

export default async function ScriptsPage({ searchParams }: { searchParams: SearchParams }) {
  const { asked, usage, overview, creditValue, url, rows, sort, table, changeOf } = await readSpendingTab(
    searchParams,
    {
      path: "/usage/scripts",
      features: ["custom_script"],
      sorting: SORT_SCRIPTS,
      read: readScripts,
      view: scriptsView,
    },
  );
  return (
    <TabFrame
      totals={
        <>
          <StatCard label="Total scripts" value={displayCount(usage.total_scripts)} />
          <CreditsCard
            label="Hosting credits"
            spent={usage}
            creditValue={creditValue}
            note={changeOf(({ credits }) => credits)}
          />
          <StatCard label="Hosting time" value={displayDuration(usage.seconds)} note="all together" />
        </>
      }
      note={<WithRunning spent={usage} overview={overview} creditValue={creditValue} />}
      toolbar={
        <TabToolbar
          noun="scripts"
          sorts={[
            { value: "-credits", label: "Most credits" },
            { value: "-seconds", label: "Longest time" },
            { value: "name", label: "Name" },
            { value: "language", label: "Language" },
            { value: "-last_active_on", label: "Last active" },
            { value: "status", label: "Status" },
          ]}
          sort={sort}
          csvHref={`/api/v1/usage/scripts.csv?${asked.csvQuery}`}
        />
      }
    >
      <TabTable
        caption="Custom scripts and what they used"
        columns={scriptColumns(rows, table)}
        rows={rows}
        open={asked.open}
        empty={
          asked.text ? (
            <NothingFound noun="script" clearHref={asked.hrefWith({ text: null })} />
          ) : (
            <FirstResource
              title="No custom script is registered yet"
              code={registerCode(
                url,
                "custom_script/invoice-parser",
                { name: "Invoice parser", language: "python", language_version: "3.12" },
                {
                  id: "script-1",
                  kind: "custom_script",
                  vcpus: "1",
                  memory_gb: "2",
                  resource: "custom_script/invoice-parser",
                },
              )}
            >
              Scripts appear here with their vCPUs, their memory and what hosting them costs.
            </FirstResource>
          )
        }
      />
      {asked.open && (
        <ResourceSheet title="Custom script">
          <Suspense key={asked.open} fallback={<PanelSkeleton />}>
            <ResourcePanel kind="custom_script" id={asked.open} days={asked.days} />
          </Suspense>
        </ResourceSheet>
      )}
    </TabFrame>
  );
}
