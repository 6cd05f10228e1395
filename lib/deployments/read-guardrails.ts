import type { Context } from "@/lib/values/context";
import { type Hosted, type HostedPanel, hostedOf, panelOf, readHosted, secondsOf } from "./read-hosted";
import type { DayRange, ResourceStatus } from "./schema";
import { type Spent, spentOf } from "./spent";

export interface GuardrailRow extends Spent {
  id: string;
  name: string;
  /** How long it was deployed. */
  seconds: number;
  /** A UTC day; null for never. */
  last_deployed_on: string | null;
  status: ResourceStatus;
}

export interface GuardrailsUsage extends Spent {
  total_guardrails: number;
  seconds: number;
  /** What of the credits belongs to no registered guardrail. */
  other_credits: string;
  guardrails: GuardrailRow[];
}

/** The guardrails of an account, and what they used between two UTC days. */
export async function readGuardrails(
  ctx: Context,
  range: DayRange,
  now = new Date(),
): Promise<GuardrailsUsage> {
  const { all, ...totals } = await readHosted(ctx, "guardrail", range, now);
  return { total_guardrails: all.length, ...totals, guardrails: all.map(rowOf) };
}

/** One guardrail: its hardware (CPU type and count, duration, credits) and the total. @throws Refusal `not_found` */
export async function readGuardrail(
  ctx: Context,
  id: string,
  range: DayRange,
  now = new Date(),
): Promise<GuardrailRow & HostedPanel> {
  const found = hostedOf(await readHosted(ctx, "guardrail", range, now), id, "guardrail");
  return { ...rowOf(found), ...panelOf(found) };
}

function rowOf({ resource, usage }: Hosted): GuardrailRow {
  const { id, name, status, last_deployed_on } = resource;
  return { id, name, ...spentOf(usage), seconds: secondsOf(usage.ms), last_deployed_on, status };
}
