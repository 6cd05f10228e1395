import type { Context } from "@/lib/values/context";
import { readGuardrails } from "../read-guardrails";
import { readModels } from "../read-models";
import { readScripts } from "../read-scripts";
import { readTools } from "../read-tools";
import { csvOf } from "./csv";
import type { TabQuery } from "./schema";
import { guardrailsView, modelsView, scriptsView, toolsView } from "./views";

const SPENT = ["credits", "settled", "held"] as const;

/** The tab of tools as CSV: exactly the rows of its table, in their order. */
export async function exportTools(ctx: Context, query: TabQuery): Promise<string> {
  const rows = toolsView(await readTools(ctx, daysOf(query)), query);
  return csvOf(["id", "name", "runs", "owner", "last_active_on", "status"], rows);
}

/** The tab of models as CSV. */
export async function exportModels(ctx: Context, query: TabQuery): Promise<string> {
  const rows = modelsView(await readModels(ctx, daysOf(query)), query);
  return csvOf(["id", "name", "type", ...SPENT, "last_deployed_on", "deployments"], rows);
}

/** The tab of guardrails as CSV. */
export async function exportGuardrails(ctx: Context, query: TabQuery): Promise<string> {
  const rows = guardrailsView(await readGuardrails(ctx, daysOf(query)), query);
  return csvOf(["id", "name", ...SPENT, "seconds", "last_deployed_on", "status"], rows);
}

/** The tab of custom scripts as CSV. */
export async function exportScripts(ctx: Context, query: TabQuery): Promise<string> {
  const rows = scriptsView(await readScripts(ctx, daysOf(query)), query);
  return csvOf(
    ["id", "name", "language", "language_version", ...SPENT, "seconds", "last_active_on", "status"],
    rows,
  );
}

function daysOf({ from, to }: TabQuery) {
  return { ...(from && { from }), ...(to && { to }) };
}
