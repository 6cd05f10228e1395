import { report } from "@/lib/db/report";
import { type Context, requirePermission } from "@/lib/values/context";
import { add, formatCredits, type Nano, sub, ZERO } from "@/lib/values/money";
import { notFound } from "@/lib/values/refusal";
import { listRegistered, type Registered } from "./list-registered";
import { creditsOf, nothing, readResourceUsage, type ResourceUsage } from "./resource-usage";
import { byCredits, latest, type Spent, spentOf, sumOf } from "./spent";
import type { DayRange, ResourceStatus } from "./schema";

/** A model with what it and its deployments used. */
export interface ModelRow extends Spent {
  id: string;
  name: string;
  /** base or fine_tuned. */
  type: string;
  /** A UTC day: of its newest deployment; null for never. */
  last_deployed_on: string | null;
  status: ResourceStatus;
  /** How many deployments it has. */
  deployments: number;
}

export interface ModelsUsage extends Spent {
  total_models: number;
  fine_tuning_credits: string;
  /** Of deployments and of inference instances. */
  hosting_credits: string;
  /** What of hosting is inference instances, which usage counts as compute instances. */
  inference_instance_credits: string;
  /** What of the total belongs to no registered model. */
  other_credits: string;
  models: ModelRow[];
}

export interface DeploymentRow extends Spent {
  id: string;
  name: string;
  type: string;
  last_updated_on: string;
  status: ResourceStatus;
}

/** A model opened: its deployments, the instances that ran it, and what it used by itself, such as fine-tuning. */
export interface DeploymentsUsage {
  model: ModelRow;
  own: Spent;
  /** The inference instances that ran it. */
  instances: Spent;
  deployments: DeploymentRow[];
}

const TAB = {
  kinds: ["model", "deployment"],
  features: ["fine_tuning", "model_hosting"],
  instances: ["model_hosting"],
} as const;
/** Apart from what hosts by deployment. */
const INSTANCES = { kinds: [], features: ["inference_instance"], instances: ["inference"] } as const;

/** The models of an account and what they used between two UTC days, what cost most first: fine-tuning, and hosting by deployments and by instances. */
export async function readModels(ctx: Context, range: DayRange, now = new Date()): Promise<ModelsUsage> {
  const { usage, instances, models } = await look(ctx, range, now);
  const ofInstances = sumOf([...instances.values()]);
  const total = sumOf([...usage.values(), ofInstances]);
  const named = sumOf(models.flatMap(({ parts }) => parts));
  const fineTuning = [...usage.values()].reduce<Nano>(
    (sum, { byFeature }) => add(sum, byFeature.get("fine_tuning") ?? ZERO),
    ZERO,
  );
  return {
    total_models: models.length,
    ...spentOf(total),
    fine_tuning_credits: formatCredits(fineTuning),
    hosting_credits: formatCredits(sub(creditsOf(total), fineTuning)),
    inference_instance_credits: formatCredits(creditsOf(ofInstances)),
    other_credits: formatCredits(sub(creditsOf(total), creditsOf(named))),
    models: models.map(({ row }) => row).sort(byCredits),
  };
}

/** The deployments of a model. @throws Refusal `not_found`, for another account's model too */
export async function readDeployments(
  ctx: Context,
  modelId: string,
  range: DayRange,
  now = new Date(),
): Promise<DeploymentsUsage> {
  const { usage, instances, models } = await look(ctx, range, now);
  const model = models.find(({ row }) => row.id === modelId);
  if (!model) throw notFound("model");
  return {
    model: model.row,
    own: spentOf(usage.get(`model/${modelId}`) ?? nothing()),
    instances: spentOf(instances.get(`model/${modelId}`) ?? nothing()),
    deployments: model.deployments
      .map(({ id, name, type, status, updated_on }) => ({
        id,
        name,
        type,
        ...spentOf(usage.get(`deployment/${id}`) ?? nothing()),
        last_updated_on: updated_on,
        status,
      }))
      .sort(byCredits),
  };
}

interface Looked {
  usage: Map<string, ResourceUsage>;
  instances: Map<string, ResourceUsage>;
  models: { row: ModelRow; parts: ResourceUsage[]; deployments: Registered[] }[];
}

function look(ctx: Context, range: DayRange, now: Date): Promise<Looked> {
  requirePermission(ctx, "usage:read");
  return report(ctx.accountId, async (sql) => {
    const usage = await readResourceUsage(sql, ctx.accountId, TAB, range, now);
    const instances = await readResourceUsage(sql, ctx.accountId, INSTANCES, range, now);
    const deployments = await listRegistered(sql, ctx.accountId, "deployment");
    const models = (await listRegistered(sql, ctx.accountId, "model")).map((model) => {
      const { id, name, type, status, last_deployed_on } = model;
      const own = deployments.filter(({ parent }) => parent === id);
      const names = [`model/${id}`, ...own.map((deployment) => `deployment/${deployment.id}`)];
      const parts = names.flatMap((resource) =>
        [usage.get(resource) ?? [], instances.get(resource) ?? []].flat(),
      );
      const row = {
        id,
        name,
        type,
        ...spentOf(sumOf(parts)),
        last_deployed_on: latest([last_deployed_on, ...own.map((one) => one.last_deployed_on)]),
        status,
        deployments: own.length,
      };
      return { row, parts, deployments: own };
    });
    return { usage, instances, models };
  });
}
