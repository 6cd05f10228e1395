import type { Consumption } from "@/lib/reports/consumption/read-consumption";
import { noneOf } from "@/lib/metering/rules/usage-names";
import { ConsumersCard } from "./consumers-card";
import { KINDS } from "./consumer-kinds";

/** Who and what consumed most in these days, in six ways; each adds up to the same total. */
export function TopConsumers({
  consumption,
  noModel,
  creditValue,
}: {
  consumption: Consumption;
  /** What named no model, by what it is. */
  noModel: string;
  creditValue: string;
}) {
  const { from, to, top, shown } = consumption;
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {KINDS.map(({ kind, title, noun }) => (
        <ConsumersCard
          key={kind}
          kind={kind}
          title={title}
          noun={noun}
          consumers={top[kind]}
          shown={shown.top[kind]}
          none={kind === "model" ? noModel : noneOf(kind)}
          days={{ from, to }}
          creditValue={creditValue}
        />
      ))}
    </div>
  );
}
