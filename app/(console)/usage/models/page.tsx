import type { Metadata } from "next";
import { Suspense } from "react";
import { CreditsCard } from "@/components/resources/credits-card";
import { FirstResource, NothingFound, registerCode } from "@/components/resources/first-resource";
import { ResourceSheet } from "@/components/resources/resource-sheet";
import { modelColumns } from "@/components/resources/tab-columns";
import { PanelSkeleton, TabFrame, TabTable } from "@/components/resources/tab-frame";
import { TabToolbar } from "@/components/resources/tab-toolbar";
import { StatCard } from "@/components/ui/card";
import { WithRunning } from "@/components/usage/still-running";
import { readModels } from "@/lib/deployments/read-models";
import { modelsView, SORT_MODELS } from "@/lib/deployments/tabs/views";
import { displayAmount } from "@/lib/values/display/amount";
import { displayCount } from "@/lib/values/display/count";
import type { SearchParams } from "../../search-params";
import { readSpendingTab } from "../read-spending-tab";
import { ResourcePanel } from "../resource-panel";

export const metadata: Metadata = { title: "Models · Usage" };

export default async function ModelsPage({ searchParams }: { searchParams: SearchParams }) {
  const { asked, usage, overview, creditValue, url, rows, sort, table, changeOf } = await readSpendingTab(
    searchParams,
    {
      path: "/usage/models",
      features: ["fine_tuning", "model_hosting", "inference_instance"],
      sorting: SORT_MODELS,
      read: readModels,
      view: modelsView,
    },
  );
  return (
    <TabFrame
      totals={
        <>
          <StatCard label="Total models" value={displayCount(usage.total_models)} />
          <CreditsCard
            label="Total credits"
            spent={usage}
            creditValue={creditValue}
            note={changeOf(({ credits }) => credits)}
          />
          <CreditsCard
            label="Fine-tuning credits"
            spent={{ credits: usage.fine_tuning_credits }}
            creditValue={creditValue}
            note={changeOf((each) => each.fine_tuning_credits)}
          />
          <CreditsCard
            label="Hosting credits"
            spent={{ credits: usage.hosting_credits }}
            creditValue={creditValue}
            note={changeOf(
              (each) => each.hosting_credits,
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
          sort={sort}
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
