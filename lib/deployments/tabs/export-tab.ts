import type { Context } from "@/lib/values/context";
import { readGuardrails } from "../read-guardrails";
import { readModels } from "../read-models";
import { readScripts } from "../read-scripts";
import { readSpending } from "../read-spending";
import { readTools } from "../read-tools";
import { csvOf } from "@/lib/values/csv-cell";
import { instancesView } from "./instances-view";
import type { TabQuery } from "./schema";
import { daysBeforeOf, tabBefore, type TabBefore } from "./tab-before";
import { guardrailsView, modelsView, scriptsView, toolsView } from "./views";

const SPENT = ["credits", "settled", "held"] as const;
/** So many one file has at the most, because it is made whole. */
const MOST_INSTANCES = 20_000;
const credits = (row: { credits: string }) => row.credits;

/** The tab of tools as CSV: exactly the rows of its table, in their order; compared, with what each did before. */
export async function exportTools(ctx: Context, query: TabQuery): Promise<string> {
  const read = (days: Days) => readTools(ctx, days);
  const rows = toolsView(await read(daysOf(query)), query);
  const view = (usage: Awaited<ReturnType<typeof read>>) => toolsView(usage, {});
  const before = await tabBefore(daysBeforeOf(query), { read, view, of: ({ runs }) => runs });
  return compared(["id", "name", "runs", "owner", "last_active_on", "status"], rows, before);
}

/** The tab of models as CSV. */
export async function exportModels(ctx: Context, query: TabQuery): Promise<string> {
  const read = (days: Days) => readModels(ctx, days);
  const rows = modelsView(await read(daysOf(query)), query);
  const view = (usage: Awaited<ReturnType<typeof read>>) => modelsView(usage, {});
  const before = await tabBefore(daysBeforeOf(query), { read, view, of: credits });
  const fields = ["id", "name", "type", ...SPENT, "last_deployed_on", "deployments"] as const;
  return compared(fields, rows, before);
}

/** The tab of guardrails as CSV. */
export async function exportGuardrails(ctx: Context, query: TabQuery): Promise<string> {
  const read = (days: Days) => readGuardrails(ctx, days);
  const rows = guardrailsView(await read(daysOf(query)), query);
  const view = (usage: Awaited<ReturnType<typeof read>>) => guardrailsView(usage, {});
  const before = await tabBefore(daysBeforeOf(query), { read, view, of: credits });
  const fields = ["id", "name", ...SPENT, "seconds", "last_deployed_on", "status"] as const;
  return compared(fields, rows, before);
}

/** The tab of custom scripts as CSV. */
export async function exportScripts(ctx: Context, query: TabQuery): Promise<string> {
  const read = (days: Days) => readScripts(ctx, days);
  const rows = scriptsView(await read(daysOf(query)), query);
  const view = (usage: Awaited<ReturnType<typeof read>>) => scriptsView(usage, {});
  const before = await tabBefore(daysBeforeOf(query), { read, view, of: credits });
  const words = ["id", "name", "language", "language_version"] as const;
  const fields = [...words, ...SPENT, "seconds", "last_active_on", "status"] as const;
  return compared(fields, rows, before);
}

/** The tab of instances as CSV: those that ran in these days. */
export async function exportInstances(ctx: Context, query: TabQuery): Promise<string> {
  const rows = instancesView(await readSpending(ctx, daysOf(query), new Date(), MOST_INSTANCES), query);
  return csvOf(
    ["id", "name", "hardware", "started_at", "next_cycle_at", "stopped_at", "held", "spent", "status"],
    rows,
  );
}

interface Days {
  from?: string;
  to?: string;
}

function daysOf({ from, to }: TabQuery): Days {
  return { ...(from && { from }), ...(to && { to }) };
}

/** The rows, and with a comparison one more column: what each used before. */
function compared<Row extends { id: string }>(
  fields: readonly Extract<keyof Row, string>[],
  rows: readonly Row[],
  before: TabBefore<unknown> | null,
): string {
  if (before === null) return csvOf(fields, rows);
  const more = rows.map((row) => ({ ...row, before: before.byId.get(row.id) ?? "0" }));
  return csvOf<Row & { before: string }>([...fields, "before"], more);
}
