import { Details } from "@/components/ui/details";
import { Sum } from "@/components/ui/sum";
import { TextLink } from "@/components/ui/text-link";
import { featureName } from "@/lib/metering/rules/usage-names";
import type { ReRatedCall, ReRateExplanation } from "@/lib/reports/explain/read-re-rate";
import { displayExactAmount } from "@/lib/values/display/amount";
import { plural } from "@/lib/values/display/count";
import { displayMonth } from "@/lib/values/display/time";

/** What calls a row that priced them anew is made of. */
export function ReRatePart({
  reRate: { version, calls, parts },
  unit,
}: {
  reRate: ReRateExplanation;
  unit: string;
}) {
  return (
    <section>
      <h3 className="mb-2 text-xs font-medium text-ink-muted">What it is made of</h3>
      <Sum rows={parts.map((part) => [nameOf(part), part.amount] as const)} />
      <p className="mt-2 text-xs text-ink-muted">
        {plural(calls, "call")} priced by version {version} of the rate card, in {unit}: given back with a
        plus, charged in addition with a minus.
      </p>
    </section>
  );
}

function nameOf({ feature, month, calls }: ReRateExplanation["parts"][number]) {
  return (
    <>
      {featureName(feature)}, {displayMonth(`${month}-01`)}
      <span className="text-ink-muted"> · {plural(calls, "call")}</span>
    </>
  );
}

/** That a call was priced anew since, and where the difference stands. */
export function ReRatedPart({
  reRated: { version, charged, priced_anew, difference, transaction_id },
  unit,
  page,
}: {
  reRated: ReRatedCall;
  unit: string;
  /** Where transactions are listed for whoever reads it. */
  page: string;
}) {
  const isBack = !difference.startsWith("-");
  return (
    <section>
      <h3 className="mb-2 text-xs font-medium text-ink-muted">Priced anew since</h3>
      <Details
        rows={[
          ["It was charged", `${displayExactAmount(charged)} ${unit}`],
          [`By version ${version}`, `${displayExactAmount(priced_anew)} ${unit}`],
          [
            isBack ? "Given back" : "Charged in addition",
            `${displayExactAmount(difference.replace("-", ""))} ${unit}`,
          ],
          ...(transaction_id
            ? [
                [
                  "Together with other calls",
                  <TextLink key="row" href={`${page}?explain=${transaction_id}`}>
                    See the transaction
                  </TextLink>,
                ] as const,
              ]
            : []),
        ]}
      />
    </section>
  );
}
