import type { ReactNode } from "react";
import { percentInWords } from "@/components/budgets/budget";
import { LimitMeter } from "@/components/budgets/limit-meter";
import { Amount } from "@/components/ui/amount";
import { CopyId } from "@/components/ui/copy-id";
import { UtcTime } from "@/components/ui/utc-time";
import type { MandateAnswer } from "@/lib/approvals/schema";
import { featureName } from "@/lib/metering/rules/usage-names";
import { listInWords } from "@/lib/values/display/list";
import { amountInWords, nameInWords, spanInWords } from "./approval";
import { endInWords, stageOf } from "./mandate";
import { TimeLeft } from "./time-left";

/** One mandate: who asked for what and why, how much of it is used, how long it is good. */
export function MandateRow({
  mandate,
  now,
  actions,
}: {
  mandate: MandateAnswer;
  now: string;
  actions?: ReactNode;
}) {
  const { id, title, reason, status, limit, requested_by, requested_at, decided_by } = mandate;
  const stage = stageOf(status);
  return (
    <li className="grid gap-x-8 gap-y-3 px-5 py-4 xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_12rem] xl:items-start">
      <div className="min-w-0">
        <h3 className="font-medium wrap-anywhere">{title}</h3>
        {reason && <p className="mt-0.5 text-sm wrap-anywhere text-ink-muted">{reason}</p>}
        <p className="mt-1 text-xs text-ink-muted">
          Asked by {nameInWords(requested_by)}, <UtcTime at={requested_at} short /> UTC
          {stage !== "pending" && decided_by && (
            <>
              , {status === "declined" ? "declined" : "approved"} by {nameInWords(decided_by)}
            </>
          )}
        </p>
        <CopyId id={id} label="mandate id" className="-ml-1" />
      </div>
      <div className="min-w-0 space-y-1.5 text-sm">
        {stage === "pending" ? (
          <p className="font-medium tabular-nums">Up to {amountInWords(limit, "credit")}</p>
        ) : (
          <>
            <p className="flex flex-wrap items-baseline justify-between gap-x-3 tabular-nums">
              <span>
                <Amount value={limit} className="font-medium" /> ECU
              </span>
              <span className="text-xs text-ink-muted">{percentInWords(mandate)} used</span>
            </p>
            <LimitMeter use={mandate} label={title} />
          </>
        )}
        <p className="text-xs text-ink-muted wrap-anywhere">{scopeOf(mandate)}</p>
        <p className="text-xs">
          <Validity mandate={mandate} stage={stage} now={now} />
        </p>
      </div>
      {actions && <div className="xl:flex xl:justify-end">{actions}</div>}
    </li>
  );
}

function Validity({
  mandate,
  stage,
  now,
}: {
  mandate: MandateAnswer;
  stage: ReturnType<typeof stageOf>;
  now: string;
}) {
  if (stage === "pending") {
    return (
      <>
        For {spanInWords(mandate.lasts)} once approved.{" "}
        <span className="text-ink-muted">
          To be decided by <UtcTime at={mandate.decide_by} />.
        </span>
      </>
    );
  }
  if (stage === "live" && mandate.valid_until) return <TimeLeft until={mandate.valid_until} now={now} />;
  const { status, ended_at, decided_at, valid_until } = mandate;
  const at = status === "ended" ? valid_until : (ended_at ?? decided_at);
  return (
    <span className="text-ink-muted">
      Over: {endInWords(status)}
      {at && (
        <>
          , <UtcTime at={at} />
        </>
      )}
      .
    </span>
  );
}

/** "gpt-4o and o3 · chat · team growth": what it is good for. */
function scopeOf({ models, features, member, team, project }: MandateAnswer): string {
  return [
    listInWords(models, "Any model"),
    listInWords(features.map(featureName), "any feature"),
    ...(member ? [`member ${member}`] : []),
    ...(team ? [`team ${team}`] : []),
    ...(project ? [`project ${project}`] : []),
  ].join(" · ");
}
