import { Command } from "commander";
import { MARGIN_GROUPS, type MarginGroup, type MarginRow, readMargins } from "@/lib/metering/margins";
import { formatScaled } from "@/lib/values/money";
import { displayUsd } from "@/lib/values/display/usd";
import { DAY_MS } from "@/lib/values/time";
import { formatUsd } from "@/lib/values/usd";
import { withDatabase } from "../installation";
import { CliFault } from "../output";

interface Options {
  days: string;
  by: string;
  json?: boolean;
}

/** `ecu check-margins`: realised gross margin of LLM and external spend. Exit code 1 when anything lies below its configured markup. */
export function checkMarginsCommand(): Command {
  return new Command("check-margins")
    .description(
      "revenue, real cost and realised gross margin per feature; exit code 1 below the configured markup",
    )
    .option("--days <n>", "of the last so many days", "30")
    .option("--by <what>", `per ${MARGIN_GROUPS.join(", ")}`, "feature")
    .option("--json", "print JSON")
    .action((options: Options) => withDatabase(() => run(options)));
}

async function run({ days, by, json = false }: Options): Promise<void> {
  if (!/^[1-9]\d{0,3}$/.test(days))
    throw new CliFault(`--days ${days} is not a number of days from 1 to 9999`);
  const group = MARGIN_GROUPS.find((name) => name === by);
  if (!group) throw new CliFault(`--by ${by} is none of ${MARGIN_GROUPS.join(", ")}`);
  const to = new Date();
  const { rows, total } = await readMargins(
    { from: new Date(to.getTime() - Number(days) * DAY_MS), to },
    group,
  );
  const isBelow = rows.some((row) => row.isBelow);
  if (json)
    console.log(
      JSON.stringify({ ok: !isBelow, days: Number(days), rows: rows.map(viewOf), total: viewOf(total) }),
    );
  else print([...rows, total], group, isBelow);
  process.exitCode = isBelow ? 1 : 0;
}

function viewOf({
  name,
  calls,
  ownKeyCalls,
  revenue,
  uncostedRevenue,
  cost,
  required,
  markupPpm,
  marginPpm,
  isBelow,
}: MarginRow) {
  return {
    name,
    calls,
    own_key_calls: ownKeyCalls,
    revenue_usd: formatUsd(revenue),
    revenue_without_cost_usd: formatUsd(uncostedRevenue),
    cost_usd: formatUsd(cost),
    required_usd: formatUsd(required),
    markup: markupPpm === null ? null : formatScaled(markupPpm, 6),
    gross_margin: marginPpm === null ? null : formatScaled(marginPpm, 6),
    below: isBelow,
  };
}

function print(rows: readonly MarginRow[], group: MarginGroup, isBelow: boolean): void {
  const lines = [
    [group, "calls", "own key", "revenue", "of it without cost", "real cost", "needed", "markup", "margin"],
    ...rows.map((row) => [
      `${row.isBelow ? "✗ " : ""}${row.name}`,
      row.calls.toLocaleString("en"),
      row.ownKeyCalls.toLocaleString("en"),
      displayUsd(formatUsd(row.revenue)),
      displayUsd(formatUsd(row.uncostedRevenue)),
      displayUsd(formatUsd(row.cost)),
      displayUsd(formatUsd(row.required)),
      row.markupPpm === null ? "—" : `× ${formatScaled(row.markupPpm / 100n, 4)}`,
      row.marginPpm === null ? "—" : `${formatScaled(row.marginPpm / 100n, 2)} %`,
    ]),
  ];
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  for (const line of lines)
    console.log(
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join("  "),
    );
  console.log(
    isBelow
      ? "✗ what is marked was charged below its configured markup"
      : "✓ everything was charged at its configured markup or above",
  );
}
