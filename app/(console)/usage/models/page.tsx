import type { Metadata } from "next";
import { Suspense } from "react";
import { CreditsCard } from "@/components/resources/credits-card";
import { FirstResource, NothingFound, registerCode } from "@/components/resources/first-resource";
import { ResourceSheet } from "@/components/resources/resource-sheet";
import { modelColumns } from "@/components/resources/tab-columns";
import { PanelSkeleton, TabFrame, TabTable } from "@/components/resources/tab-frame";
import { TabToolbar } from "@/components/resources/tab-toolbar";
import { StatCard } from "@/components/ui/card";
import { changeNote } from "@/components/usage/change";
import { WithRunning } from "@/components/usage/still-running";
import { readModels } from "@/lib/deployments/read-models";
import { tabBefore } from "@/lib/deployments/tabs/tab-before";
import { sortOf } from "@/lib/deployments/tabs/arrange";
import { modelsView, SORT_MODELS } from "@/lib/deployments/tabs/views";
import { creditValueOf } from "@/lib/metering/credit-value";
import { displayAmount } from "@/lib/values/display/amount";
import { displayCount } from "@/lib/values/display/count";
import { formatUsd } from "@/lib/values/usd";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../../console-url";
import type { SearchParams } from "../../search-params";
import { readTab } from "../read-tab";
import { ResourcePanel } from "../resource-panel";
import { shownInOverview } from "../shown-in-overview";
import { sortedBy, sortValue } from "../sorted-by";

export const metadata: Metadata = { title: "Models · Usage" };

export default async function ModelsPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await pageContext();
  const asked = await readTab("/usage/models", searchParams, ctx.accountId);
  const used = readModels(ctx, asked.days);
  const [usage, overview, creditValue, url, before] = await Promise.all([
    used,
    shownInOverview(ctx, asked.days, ["fine_tuning", "model_hosting", "inference_instance"], used),
    creditValueOf(ctx.accountId).then(formatUsd),
    consoleUrl(),
    tabBefore(asked.before, {
      read: (days) => readModels(ctx, days),
      view: (usage) => modelsView(usage, {}),
      of: ({ credits }) => credits,
    }),
  ]);
  const rows = modelsView(usage, asked);
  const sort = sortOf(SORT_MODELS, asked.sort);
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
          <StatCard label="Total models" value={displayCount(usage.total_models)} />
          <CreditsCard
            label="Total credits"
            spent={usage}
            creditValue={creditValue}
            note={changeNote(usage.credits, before && { days: before.days, amount: before.usage.credits })}
          />
          <CreditsCard
            label="Fine-tuning credits"
            spent={{ credits: usage.fine_tuning_credits }}
            creditValue={creditValue}
            note={changeNote(
              usage.fine_tuning_credits,
              before && { days: before.days, amount: before.usage.fine_tuning_credits },
            )}
          />
          <CreditsCard
            label="Hosting credits"
            spent={{ credits: usage.hosting_credits }}
            creditValue={creditValue}
            note={changeNote(
              usage.hosting_credits,
              before && { days: before.days, amount: before.usage.hosting_credits },
              usage.inference_instance_credits === "0"
                ? "each replica counts"
                : `${displayAmount(usage.inference_instance_credits)} of it inference instances`,
            )}
          />
        </>
      }
      note={<WithRunning spent={usage} overview={overview} creditValue={creditValue} />}
      toolbar={
        <TabToolbar
          noun="models"
          sorts={[
            { value: "-credits", label: "Most credits" },
            { value: "name", label: "Name" },
            { value: "type", label: "Type" },
            { value: "-last_deployed_on", label: "Last deployed" },
          ]}
          sort={sortValue(sort)}
          csvHref={`/api/v1/usage/models.csv?${asked.csvQuery}`}
        />
      }
    >
      <TabTable
        caption="Models and what they used"
        columns={modelColumns(rows, table)}
        rows={rows}
        open={asked.open}
        empty={
          asked.text ? (
            <NothingFound noun="model" clearHref={asked.hrefWith({ text: null })} />
          ) : (
            <FirstResource
              title="No model is registered yet"
              code={registerCode(
                url,
                "model/llama-3.1-8b",
                { name: "llama-3.1-8b", type: "base" },
                {
                  id: "hosting-1",
                  kind: "model_hosting",
                  hardware: "l4",
                  resource: "model/llama-3.1-8b",
                },
              )}
            >
              Models appear here with their fine-tuning and their deployments.
            </FirstResource>
          )
        }
      />
      {asked.open && (
        <ResourceSheet title="Model">
          <Suspense key={asked.open} fallback={<PanelSkeleton />}>
            <ResourcePanel kind="model" id={asked.open} days={asked.days} />
          </Suspense>
        </ResourceSheet>
      )}
    </TabFrame>
  );
}
