import type { Metadata } from "next";
import { Suspense } from "react";
import { CreditsCard } from "@/components/resources/credits-card";
import { FirstResource, NothingFound, registerCode } from "@/components/resources/first-resource";
import { ResourceSheet } from "@/components/resources/resource-sheet";
import { guardrailColumns } from "@/components/resources/tab-columns";
import { PanelSkeleton, TabFrame, TabTable } from "@/components/resources/tab-frame";
import { TabToolbar } from "@/components/resources/tab-toolbar";
import { StatCard } from "@/components/ui/card";
import { changeNote } from "@/components/usage/change";
import { WithRunning } from "@/components/usage/still-running";
import { readGuardrails } from "@/lib/deployments/read-guardrails";
import { tabBefore } from "@/lib/deployments/tabs/tab-before";
import { sortOf } from "@/lib/deployments/tabs/arrange";
import { guardrailsView, SORT_GUARDRAILS } from "@/lib/deployments/tabs/views";
import { creditValueOf } from "@/lib/metering/credit-value";
import { displayCount } from "@/lib/values/display/count";
import { displayDuration } from "@/lib/values/display/duration";
import { formatUsd } from "@/lib/values/usd";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../../console-url";
import type { SearchParams } from "../../search-params";
import { readTab } from "../read-tab";
import { ResourcePanel } from "../resource-panel";
import { shownInOverview } from "../shown-in-overview";
import { sortedBy, sortValue } from "../sorted-by";

export const metadata: Metadata = { title: "Guardrails · Usage" };

export default async function GuardrailsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  const asked = await readTab("/usage/guardrails", searchParams, ctx.accountId);
  const used = readGuardrails(ctx, asked.days);
  const [usage, overview, creditValue, url, before] = await Promise.all([
    used,
    shownInOverview(ctx, asked.days, ["guardrail"], used),
    creditValueOf(ctx.accountId).then(formatUsd),
    consoleUrl(),
    tabBefore(asked.before, {
      read: (days) => readGuardrails(ctx, days),
      view: (usage) => guardrailsView(usage, {}),
      of: ({ credits }) => credits,
    }),
  ]);
  const rows = guardrailsView(usage, asked);
  const sort = sortOf(SORT_GUARDRAILS, asked.sort);
  const table = {
    sorted: sortedBy(sort, asked),
    hrefOf: (open: string) => asked.hrefWith({ open }),
    creditValue,
    before: before?.byId ?? null,
  };
  return (
    <TabFrame
      totals={
        <>
          <StatCard label="Total guardrails" value={displayCount(usage.total_guardrails)} />
          <CreditsCard
            label="Total credits"
            spent={usage}
            creditValue={creditValue}
            note={changeNote(usage.credits, before && { days: before.days, amount: before.usage.credits })}
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
          sort={sortValue(sort)}
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
