import type { Context } from "@/lib/values/context";
import { type Hosted, type HostedPanel, hostedOf, panelOf, readHosted, secondsOf } from "./read-hosted";
import type { DayRange, ResourceStatus } from "./schema";
import { type Spent, spentOf } from "./spent";

export interface ScriptRow extends Spent {
  id: string;
  name: string;
  language: string;
  language_version: string;
  /** How long it was hosted. */
  seconds: number;
  /** A UTC day; null for never. */
  last_active_on: string | null;
  status: ResourceStatus;
}

export interface ScriptsUsage extends Spent {
  total_scripts: number;
  seconds: number;
  /** What of the credits belongs to no registered script. */
  other_credits: string;
  scripts: ScriptRow[];
}

/** The custom scripts of an account, and what hosting them used between two UTC days. */
export async function readScripts(ctx: Context, range: DayRange, now = new Date()): Promise<ScriptsUsage> {
  const { all, ...totals } = await readHosted(ctx, "custom_script", range, now);
  return { total_scripts: all.length, ...totals, scripts: all.map(rowOf) };
}

/** One script: its vCPUs and memory, how long they were hosted, credits of each, and the total. @throws Refusal `not_found` */
export async function readScript(
  ctx: Context,
  id: string,
  range: DayRange,
  now = new Date(),
): Promise<ScriptRow & HostedPanel> {
  const found = hostedOf(await readHosted(ctx, "custom_script", range, now), id, "script");
  return { ...rowOf(found), ...panelOf(found) };
}

function rowOf({ resource, usage }: Hosted): ScriptRow {
  const { id, name, language, language_version, status, last_active_on } = resource;
  const seconds = secondsOf(usage.ms);
  return { id, name, language, language_version, ...spentOf(usage), seconds, last_active_on, status };
}
