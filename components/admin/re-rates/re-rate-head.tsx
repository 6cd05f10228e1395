import { Amount } from "@/components/ui/amount";
import { Banner } from "@/components/ui/banner";
import { Card, StatCard } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { UtcTime } from "@/components/ui/utc-time";
import type { ReRateTotal } from "@/lib/backoffice/re-rates/rules/totals";
import type { readReRate } from "@/lib/backoffice/re-rates/read";
import { displayCount } from "@/lib/values/display/count";
import { displayRange } from "@/lib/values/display/time";
import { unitName } from "@/lib/values/display/unit";
import { DecideReRate } from "./decide-re-rate";
import { ReRateStatus } from "./re-rate-status";
import { unchangedInWords } from "./shares-table";

type ReRate = Awaited<ReturnType<typeof readReRate>>;

/** What is priced anew and why, what it comes to in all, and who decides. */
export function ReRateHead({ reRate }: { reRate: ReRate }) {
  const { id, reason, version, from, to, status, note, digest, isOwn, totals } = reRate;
  return (
    <div className="space-y-4">
      <Card
        title={reason}
        description={
          <>
            Calls of {displayRange(from, to)} (UTC), priced by{" "}
            <TextLink href={`/admin/rate-cards/${version}`}>version {version}</TextLink>
          </>
        }
        actions={<ReRateStatus status={status} />}
        footer={
          status === "proposed" ? (
            <DecideReRate id={id} digest={digest} isOwn={isOwn} totals={totals} />
          ) : undefined
        }
      >
        <ul className="space-y-1 text-sm text-ink-muted">
          <li>
            Proposed by {reRate.proposedBy}, <UtcTime at={reRate.proposedAt} />
          </li>
          {reRate.decidedBy && reRate.decidedAt && (
            <li>
              Decided by {reRate.decidedBy}, <UtcTime at={reRate.decidedAt} />
            </li>
          )}
          {note && <li>“{note}”</li>}
        </ul>
      </Card>
      {status === "previewing" ? (
        <Banner>The calls are being priced. This page asks again by itself.</Banner>
      ) : (
        <dl className="grid gap-3 sm:grid-cols-3">
          {totals.map((total) => (
            <Total key={total.unit} total={total} />
          ))}
        </dl>
      )}
    </div>
  );
}

function Total({ total }: { total: ReRateTotal }) {
  const { unit, accounts, changed, unchanged, leftOut, given, charged } = total;
  const words = unitName(unit);
  return (
    <>
      <StatCard
        label={`Given back (${words})`}
        value={<Amount value={given} unit={unit} />}
        note="each account’s cheaper and dearer calls taken together"
      />
      <StatCard
        label={`Charged in addition (${words})`}
        value={<Amount value={charged} unit={unit} />}
        note="to accounts for which the dearer ones weigh more"
      />
      <StatCard
        label={unit === "credit" ? "Calls with another price" : `Calls with another price (${words})`}
        value={displayCount(changed)}
        note={[
          changed !== "0" && (accounts === 1 ? "in 1 account" : `in ${accounts} accounts`),
          unchangedInWords(unchanged, leftOut),
        ]
          .filter(Boolean)
          .join("; ")}
      />
    </>
  );
}
