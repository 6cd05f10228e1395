import { Amount } from "@/components/ui/amount";
import { TextLink } from "@/components/ui/text-link";
import type { Corrected as Corrections } from "@/lib/reports/consumption/read-corrected";
import { plural } from "@/lib/values/display/count";

/** What corrections gave back or took in these days, which usage does not have in it; nothing where there were none. */
export function Corrected({ corrected, creditValue }: { corrected: Corrections; creditValue: string }) {
  const { corrections, amount } = corrected;
  if (corrections === 0) return null;
  return (
    <p className="text-sm text-ink-muted tabular-nums">
      Not in it:{" "}
      <TextLink href="/billing?type=admin_correction">{plural(corrections, "correction")}</TextLink>{" "}
      {amount.startsWith("-") ? "took" : "gave back"}{" "}
      <Amount value={amount.replace("-", "")} creditValue={creditValue} className="text-ink" /> ECU in these
      days.
    </p>
  );
}
