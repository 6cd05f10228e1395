import type { Column } from "@/components/ui/data-table";
import type { GuardrailRow } from "@/lib/deployments/read-guardrails";
import type { ModelRow } from "@/lib/deployments/read-models";
import type { ScriptRow } from "@/lib/deployments/read-scripts";
import type { ToolRow } from "@/lib/deployments/read-tools";
import type { Shown } from "@/lib/deployments/tabs/views";
import { ChangeBeside } from "@/components/usage/change";
import { displayCount } from "@/lib/values/display/count";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { displayDuration } from "@/lib/values/display/duration";
import { Badge } from "@/components/ui/badge";
import { beforeColumns, creditColumn, dayColumn, nameColumn, statusColumn, type TableAsked } from "./columns";
import { sortHead } from "./sort-head";
import { StatusBadge } from "./status-badge";

const statusOf = ({ status }: { status: string }) => <StatusBadge status={status} />;

/** The columns of the tab Tools. */
export function toolColumns(rows: readonly Shown<ToolRow>[], asked: TableAsked): Column<Shown<ToolRow>>[] {
  const total = rows.reduce((sum, { runs }) => sum + BigInt(runs), 0n);
  return [
    nameColumn<Shown<ToolRow>>(asked, "Tool name", "No registered tool", statusOf),
    {
      key: "runs",
      ...sortHead("Runs", "runs", asked.sorted, "first"),
      align: "right",
      narrow: "value",
      foot: (
        <>
          {asked.before && <ChangeBeside now={total.toString()} before={beforeOf(rows, asked.before)} />}
          {displayCount(total)}
          <RunsWord runs={total.toString()} />
        </>
      ),
      cell: ({ id, runs }) => (
        <>
          {asked.before && <ChangeBeside now={runs} before={asked.before.get(id) ?? "0"} />}
          {displayCount(runs)}
          <RunsWord runs={runs} />
        </>
      ),
    },
    ...beforeColumns(rows, asked, ({ runs }) => runs, "tool_run"),
    {
      key: "owner",
      ...sortHead("Owner", "owner", asked.sorted),
      foot: "",
      narrow: "meta",
      className: "wide:max-w-56 truncate",
      cell: ({ id, owner }) => (id === "" ? "" : owner || "—"),
    },
    dayColumn("Last active on", "last_active_on", asked, (row) => row.last_active_on),
    statusColumn(asked),
  ];
}

/** What is counted, where there is no head that says it. */
function RunsWord({ runs }: { runs: string }) {
  return (
    <span className="text-xs font-normal text-ink-muted wide:hidden"> {runs === "1" ? "run" : "runs"}</span>
  );
}

function beforeOf(rows: readonly { id: string }[], before: ReadonlyMap<string, string>): string {
  return sumOf(rows.map(({ id }) => before.get(id) ?? "0"));
}

/** The types of models as people read them. */
export const MODEL_TYPES: Readonly<Record<string, string>> = { base: "Base", fine_tuned: "Fine-tuned" };

/** The columns of the tab Models. */
export function modelColumns(rows: readonly Shown<ModelRow>[], asked: TableAsked): Column<Shown<ModelRow>>[] {
  return [
    nameColumn(asked, "Model name", "No registered model"),
    {
      key: "type",
      ...sortHead("Type", "type", asked.sorted),
      foot: "",
      narrow: "meta",
      cell: ({ type }) => (type === "" ? null : <Badge>{MODEL_TYPES[type] ?? type}</Badge>),
    },
    {
      key: "deployments",
      head: "Deployments",
      align: "right",
      foot: displayCount(rows.reduce((sum, { deployments }) => sum + deployments, 0)),
      cell: ({ id, deployments }) => (id === "" ? "" : displayCount(deployments)),
    },
    creditColumn(rows, asked, "Credits used (ECU)"),
    ...beforeColumns(rows, asked, ({ credits }) => credits),
    dayColumn("Last deployed on", "last_deployed_on", asked, (row) => row.last_deployed_on),
  ];
}

/** The columns of the tab Guardrails. */
export function guardrailColumns(
  rows: readonly Shown<GuardrailRow>[],
  asked: TableAsked,
): Column<Shown<GuardrailRow>>[] {
  return [
    nameColumn<Shown<GuardrailRow>>(asked, "Name", "No registered guardrail", statusOf),
    creditColumn(rows, asked, "Credits (ECU)"),
    ...beforeColumns(rows, asked, ({ credits }) => credits),
    timeColumn(rows, asked, "Time"),
    dayColumn("Last deployed on", "last_deployed_on", asked, (row) => row.last_deployed_on),
    statusColumn(asked),
  ];
}

/** The columns of the tab Custom scripts. */
export function scriptColumns(
  rows: readonly Shown<ScriptRow>[],
  asked: TableAsked,
): Column<Shown<ScriptRow>>[] {
  return [
    nameColumn<Shown<ScriptRow>>(asked, "Script name", "No registered script", statusOf),
    {
      key: "language",
      ...sortHead("Language (version)", "language", asked.sorted),
      foot: "",
      narrow: "meta",
      cell: ({ language, language_version }) => languageInWords(language, language_version),
    },
    creditColumn(rows, asked, "Credits used (ECU)"),
    ...beforeColumns(rows, asked, ({ credits }) => credits),
    { ...timeColumn(rows, asked, "Hosting time"), narrow: undefined },
    dayColumn("Last active on", "last_active_on", asked, (row) => row.last_active_on),
    statusColumn(asked),
  ];
}

const LANGUAGES: Readonly<Record<string, string>> = {
  python: "Python",
  javascript: "JavaScript",
  typescript: "TypeScript",
};

/** "Python (3.12)". */
export function languageInWords(language: string, version: string): string {
  const name = LANGUAGES[language.toLowerCase()] ?? language;
  return version ? `${name} (${version})` : name;
}

function timeColumn<Row extends { id: string; name: string; seconds: number }>(
  rows: readonly Row[],
  { sorted }: TableAsked,
  head: string,
): Column<Row> {
  return {
    key: "seconds",
    ...sortHead(head, "seconds", sorted, "first"),
    align: "right",
    narrow: "meta",
    foot: displayDuration(rows.reduce((sum, { seconds }) => sum + seconds, 0)),
    cell: ({ id, seconds }) => (id === "" ? "" : displayDuration(seconds)),
  };
}
