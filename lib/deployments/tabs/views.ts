import type { GuardrailRow, GuardrailsUsage } from "../read-guardrails";
import type { ModelRow, ModelsUsage } from "../read-models";
import type { ScriptRow, ScriptsUsage } from "../read-scripts";
import type { ToolRow, ToolsUsage } from "../read-tools";
import type { ResourceStatus } from "../schema";
import { arrange, type Arrangement, type Sorting } from "./arrange";

/** A row of a tab. What belongs to nothing registered has no id and no status. */
export type Shown<Row> = Omit<Row, "status"> & { status: ResourceStatus | "" };

export const SORT_TOOLS: Sorting<ToolRow> = {
  fields: { name: "text", runs: "number", owner: "text", last_active_on: "text", status: "text" },
  usual: "-runs",
};

export const SORT_MODELS: Sorting<ModelRow> = {
  fields: { name: "text", type: "text", credits: "amount", last_deployed_on: "text", deployments: "number" },
  usual: "-credits",
};

export const SORT_GUARDRAILS: Sorting<GuardrailRow> = {
  fields: { name: "text", credits: "amount", seconds: "number", last_deployed_on: "text", status: "text" },
  usual: "-credits",
};

export const SORT_SCRIPTS: Sorting<ScriptRow> = {
  fields: {
    name: "text",
    language: "text",
    credits: "amount",
    seconds: "number",
    last_active_on: "text",
    status: "text",
  },
  usual: "-credits",
};

/** The rows that a tab shows, and those of its file. What belongs to nothing registered comes last, so that the rows add up to the total. */
export function toolsView({ tools, other_runs }: ToolsUsage, asked: Arrangement): Shown<ToolRow>[] {
  return withRest(arrange(tools, SORT_TOOLS, asked), asked, other_runs, {
    ...REST,
    runs: other_runs,
    owner: "",
    last_active_on: null,
  });
}

export function modelsView({ models, other_credits }: ModelsUsage, asked: Arrangement): Shown<ModelRow>[] {
  const spent = spentOnNone(other_credits);
  return withRest(arrange(models, SORT_MODELS, asked), asked, other_credits, {
    ...REST,
    ...spent,
    type: "",
    last_deployed_on: null,
    deployments: 0,
  });
}

export function guardrailsView(
  { guardrails, other_credits }: GuardrailsUsage,
  asked: Arrangement,
): Shown<GuardrailRow>[] {
  return withRest(arrange(guardrails, SORT_GUARDRAILS, asked), asked, other_credits, {
    ...REST,
    ...spentOnNone(other_credits),
    seconds: 0,
    last_deployed_on: null,
  });
}

export function scriptsView(
  { scripts, other_credits }: ScriptsUsage,
  asked: Arrangement,
): Shown<ScriptRow>[] {
  return withRest(arrange(scripts, SORT_SCRIPTS, asked), asked, other_credits, {
    ...REST,
    ...spentOnNone(other_credits),
    language: "",
    language_version: "",
    seconds: 0,
    last_active_on: null,
  });
}

const REST = { id: "", name: "", status: "" } as const;

function spentOnNone(credits: string) {
  return { credits, settled: credits, held: "0" };
}

function withRest<Row>(
  rows: Row[],
  { text }: Arrangement,
  amount: string,
  rest: Shown<Row>,
): (Row | Shown<Row>)[] {
  return amount === "0" || text?.trim() ? rows : [...rows, rest];
}
