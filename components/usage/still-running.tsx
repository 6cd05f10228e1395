import { Amount } from "@/components/ui/amount";
import type { Spent } from "@/lib/deployments/spent";
import { displayAmount } from "@/lib/values/display/amount";
import { roundToSum, sumOf } from "@/lib/values/display/round-to-sum";
import { formatScaled, parseScaled } from "@/lib/values/money";

const SCALE = 9;

/** Why a tab has more than Overview: what still runs is in it already. Nothing where nothing runs. */
export function WithRunning({
  spent,
  overview,
  creditValue,
}: {
  spent: Spent;
  /** What is over, as Overview writes it. */
  overview: string;
  creditValue: string;
}) {
  const { credits, settled, held } = spent;
  const soFar = formatScaled(parseScaled(credits, SCALE) - parseScaled(settled, SCALE), SCALE);
  if (soFar === "0") return null;
  // The total and what is over are written as where they stand else: what still runs is what lies between them.
  const [total = credits] = roundToSum([credits]);
  const running = sumOf([total, `-${overview}`]);
  const look = { creditValue, aligned: true, className: "text-ink" };
  return (
    <p className="text-sm text-ink-muted tabular-nums">
      <Amount value={credits} shown={total} {...look} /> ECU ={" "}
      <Amount value={settled} shown={overview} {...look} /> for what is over, as Overview counts +{" "}
      <Amount value={soFar} shown={running} {...look} /> so far for what still runs
      {held !== "0" && ` (${displayAmount(held)} charged ahead for it)`}.
    </p>
  );
}

/** What still runs has cost so far: in the tabs already, here when its cycle is over. */
export function NotYetCounted({ running, creditValue }: { running: string; creditValue: string }) {
  if (running === "0") return null;
  return (
    <p className="text-sm text-ink-muted tabular-nums">
      What still runs has come to{" "}
      <Amount value={running} creditValue={creditValue} aligned className="text-ink" /> ECU so far. It counts
      here when its cycle is over; Models, Guardrails, Custom scripts and Instances show it already.
    </p>
  );
}
