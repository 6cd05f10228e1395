import { report } from "@/lib/db/report";
import { type Context, requirePermission } from "@/lib/values/context";
import { listRegistered } from "./list-registered";
import { readResourceUsage } from "./resource-usage";
import type { DayRange, ResourceStatus } from "./schema";

/** A tool that was deployed at least once. */
export interface ToolRow {
  id: string;
  name: string;
  /** How often it was invoked in the range: a whole number. */
  runs: string;
  owner: string;
  /** A UTC day; null for never. */
  last_active_on: string | null;
  status: ResourceStatus;
}

export interface ToolsUsage {
  total_tools: number;
  /** Of all tools, and of runs that name none. */
  total_runs: string;
  other_runs: string;
  tools: ToolRow[];
}

/** The tools that were deployed at least once, and their runs between two UTC days; the busiest first. Runs are those of the tool-run wallet. */
export async function readTools(ctx: Context, range: DayRange, now = new Date()): Promise<ToolsUsage> {
  requirePermission(ctx, "usage:read");
  const tab = { kinds: ["tool"], features: ["tool_run"] } as const;
  return report(ctx.accountId, async (sql) => {
    const usage = await readResourceUsage(sql, ctx.accountId, tab, range, now);
    const tools = await listRegistered(sql, ctx.accountId, "tool");
    const deployed = tools.filter(({ first_deployed_at }) => first_deployed_at !== null);
    const rows = deployed.map(({ id, name, owner, status, last_active_on }) => ({
      id,
      name,
      runs: usage.get(`tool/${id}`)?.runs ?? 0n,
      owner,
      last_active_on,
      status,
    }));
    const total = [...usage.values()].reduce((sum, { runs }) => sum + runs, 0n);
    const named = rows.reduce((sum, { runs }) => sum + runs, 0n);
    return {
      total_tools: rows.length,
      total_runs: total.toString(),
      other_runs: (total - named).toString(),
      tools: rows
        .sort((left, right) => Number(right.runs - left.runs) || left.name.localeCompare(right.name))
        .map(({ runs, ...row }) => ({ ...row, runs: runs.toString() })),
    };
  });
}
