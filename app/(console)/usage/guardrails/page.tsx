import type { Metadata } from "next";
import { Suspense } from "react";
import { CreditsCard } from "@/components/resources/credits-card";
import { FirstResource, NothingFound, registerCode } from "@/components/resources/first-resource";
import { ResourceSheet } from "@/components/resources/resource-sheet";
import { guardrailColumns } from "@/components/resources/tab-columns";
import { PanelSkeleton, TabFrame, TabTable } from "@/components/resources/tab-frame";
import { TabToolbar } from "@/components/resources/tab-toolbar";
import { StatCard } from "@/components/ui/card";
import { WithRunning } from "@/components/usage/still-running";
import { readGuardrails } from "@/lib/deployments/read-guardrails";
import { guardrailsView, SORT_GUARDRAILS } from "@/lib/deployments/tabs/views";
import { displayCount } from "@/lib/values/display/count";
import { displayDuration } from "@/lib/values/display/duration";
import type { SearchParams } from "../../search-params";
import { readSpendingTab } from "../read-spending-tab";
import { ResourcePanel } from "../resource-panel";

export const metadata: Metadata = { title: "Guardrails · Usage" };

export default async function GuardrailsPage({ searchParams }: { searchParams: SearchParams }) {
  const { asked, usage, overview, creditValue, url, rows, sort, table, changeOf } = await readSpendingTab(
    searchParams,
    {
      path: "/usage/guardrails",
      features: ["guardrail"],
      sorting: SORT_GUARDRAILS,
      read: readGuardrails,
      view: guardrailsView,
    },
  );
  return (
    <TabFrame
      totals={
        <>
          <StatCard label="Total guardrails" value={displayCount(usage.total_guardrails)} />
          <CreditsCard
            label="Total credits"
            spent={usage}
            creditValue={creditValue}
            note={changeOf(({ credits }) => credits)}
          />
          <StatCard label="Time" value={displayDuration(usage.seconds)} note="deployed, all together" />
        </>
      }
      note={<WithRunning spent={usage} overview={overview} creditValue={creditValue} />}
      toolbar={
        <TabToolbar
          noun="guardrails"
          sorts={[
            { value: "-credits", label: "Most credits" },
            { value: "-seconds", label: "Longest time" },
            { value: "name", label: "Name" },
            { value: "-last_deployed_on", label: "Last deployed" },
            { value: "status", label: "Status" },
          ]}
          sort={sort}
          csvHref={`/api/v1/usage/guardrails.csv?${asked.csvQuery}`}
        />
      }
    >
      <TabTable
        caption="Guardrails and what they used"
        columns={guardrailColumns(rows, table)}
        rows={rows}
        open={asked.open}
        empty={
          asked.text ? (
            <NothingFound noun="guardrail" clearHref={asked.hrefWith({ text: null })} />
          ) : (
            <FirstResource
              title="No guardrail is registered yet"
              code={registerCode(
                url,
                "guardrail/pii-filter",
                { name: "PII filter" },
                {
                  id: "guardrail-1",
                  kind: "guardrail",
                  hardware: "cpu-small",
                  resource: "guardrail/pii-filter",
                },
              )}
            >
              Guardrails appear here with the hardware that they run on and what it costs.
            </FirstResource>
          )
        }
      />
      {asked.open && (
        <ResourceSheet title="Guardrail">
          <Suspense key={asked.open} fallback={<PanelSkeleton />}>
            <ResourcePanel kind="guardrail" id={asked.open} days={asked.days} />
          </Suspense>
        </ResourceSheet>
      )}
    </TabFrame>
  );
}
