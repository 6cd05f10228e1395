import { Calculator } from "lucide-react";
import type { Metadata } from "next";
import { DecideWork } from "@/components/preview/decide-work";
import { faultsInForm } from "@/components/preview/faults-in-form";
import { featureKinds } from "@/components/preview/feature-kinds";
import { HoldByApi } from "@/components/preview/hold-by-api";
import { PreviewExamples } from "@/components/preview/preview-examples";
import { PreviewForm } from "@/components/preview/preview-form";
import { PreviewResult } from "@/components/preview/preview-result";
import { estimateBody, firstQuestion, questionOf } from "@/components/preview/read-question";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { env } from "@/lib/env";
import type { Estimate } from "@/lib/metering/preflight/estimate";
import type { EstimateRequest } from "@/lib/metering/preflight/schema";
import { readRateCard } from "@/lib/metering/read-rate-card";
import { pageContext } from "@/lib/web/session";
import { consoleUrl } from "../console-url";
import { readSubjects } from "../read-subjects";
import { readSearch, type SearchParams } from "../search-params";
import { readEstimate } from "./read-estimate";

export const metadata: Metadata = { title: "Cost preview" };

/** What an operation would cost at most, before anything runs. The question stands in the URL. */
export default async function CostPreviewPage({ searchParams }: { searchParams: SearchParams }) {
  const [ctx, search] = await Promise.all([pageContext(), readSearch(searchParams)]);
  const [card, subjects, url] = await Promise.all([readRateCard(ctx), readSubjects(ctx), consoleUrl()]);
  const kinds = featureKinds(card.rates);
  const question = questionOf(search);
  const isAsked = question.feature !== undefined;
  const body = estimateBody(question);
  const { priced, faults, message } = isAsked
    ? await readEstimate(ctx, body)
    : { priced: null, faults: {}, message: null };
  return (
    <div className="space-y-6">
      <PageHeader
        title="Cost preview"
        description="What work would cost at most, which budgets cover it, and what would remain. Nothing runs and nothing is held by asking."
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
        <PreviewForm
          key={ctx.accountId}
          kinds={kinds}
          question={isAsked ? question : firstQuestion(kinds)}
          faults={faultsInForm(faults, question)}
          message={message}
          people={subjects}
          ownKeys={env().ECU_DEPLOYMENT_MODE === "self_hosted"}
        />
        {priced ? (
          <div className="min-w-0 space-y-5">
            <PreviewResult
              estimate={priced.estimate}
              mayBuy={ctx.permissions.has("billing:write")}
              mayBudget={ctx.permissions.has("budgets:write")}
              decide={
                // What costs nothing needs nobody's word, and an operator who looks decides nothing.
                ctx.actor.kind === "member" &&
                priced.estimate.worst_case !== "0" && (
                  <DecideWork
                    key={JSON.stringify([ctx.accountId, body])}
                    accountId={ctx.accountId}
                    work={workOf(priced.asked)}
                    seen={priced.estimate.worst_case}
                    unit={priced.estimate.unit}
                    title={titleOf(priced.estimate)}
                    mayDecide={ctx.permissions.has("approvals:write")}
                    allowed={priced.estimate.allowed}
                    url={url}
                  />
                )
              }
            />
            <HoldByApi url={url} body={body} />
          </div>
        ) : (
          <div className="rounded-lg border bg-surface">
            <EmptyState
              icon={Calculator}
              title={isAsked ? "This cannot be priced yet" : "No estimate yet"}
              actions={!isAsked && <PreviewExamples kinds={kinds} />}
            >
              {isAsked ? "The form says what is missing." : "Say what to run, or begin with an example."}
            </EmptyState>
          </div>
        )}
      </div>
    </div>
  );
}

function workOf({ operations, member, team, project }: EstimateRequest) {
  return { operations, member, team, project };
}

/** What the request is called, until somebody gives it a better name: "1000 × gpt-4o …". */
function titleOf({ breakdown: [line] }: Estimate): string {
  if (!line) return "";
  const { count, description } = line;
  return count === 1 ? description : `${count} × ${description}`.slice(0, 200);
}
