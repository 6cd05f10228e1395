import { z } from "zod";
import { INSTANCE_KINDS, INSTANCE_STATUSES, RESOURCE_KINDS, RESOURCE_STATUSES } from "./schema";

// What the API answers, for its description. Amounts are decimal strings of ECU.

const amount = z.string().describe("Decimal string.");
const time = z.iso.datetime().nullable();
const day = z.string().nullable().describe("A UTC day.");
const status = z.enum(RESOURCE_STATUSES);

const Resource = z.object({
  kind: z.enum(RESOURCE_KINDS),
  id: z.string(),
  name: z.string(),
  type: z.string(),
  parent: z.string().nullable(),
  language: z.string(),
  language_version: z.string(),
  owner: z.string(),
  team: z.string(),
  project: z.string(),
  status,
  endpoint: z.string(),
  hardware: z.string(),
  size_gb: z.string().nullable(),
  last_active_at: time,
  first_deployed_at: time,
  last_deployed_at: time,
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export const ResourcesAnswer = z.array(Resource);
export const ResourceAnswer = Resource.extend({
  history: z.array(
    z.object({
      at: z.iso.datetime(),
      status,
      size_gb: z.string().nullable(),
      note: z.string(),
      changed_by: z.string(),
    }),
  ),
});

const Instance = z.object({
  id: z.string(),
  title: z.string().describe("As the ledger names it."),
  kind: z.enum(INSTANCE_KINDS),
  mode: z.enum(["fixed", "cycle"]),
  status: z.enum(INSTANCE_STATUSES),
  stop_reason: z.string().describe("Why it ended; the message to show for an interrupted one."),
  resource: z.string().nullable(),
  model: z.string(),
  hardware: z.string(),
  count: z.int(),
  vcpus: z.string(),
  memory_gb: z.string(),
  replicas: z.int(),
  replica_changes: z
    .array(
      z.object({
        cycle: z.int().describe("The cycle that began with it."),
        at: z.iso.datetime(),
        from: z.int(),
        to: z.int(),
      }),
    )
    .describe("When it went on with more or fewer replicas, oldest first."),
  member: z.string(),
  team: z.string(),
  project: z.string(),
  endpoint: z.string(),
  started_at: z.iso.datetime(),
  planned_until: time,
  next_cycle_at: time,
  stopped_at: time,
  used: amount.describe("What its settled cycles cost."),
  held: amount.describe("What is held for the running one."),
});
export const InstancesAnswer = z.array(Instance);
export const InstanceAnswer = Instance.extend({
  cycles: z
    .array(
      z.object({
        no: z.int(),
        from: z.iso.datetime(),
        until: z.iso.datetime().describe("Until when it is held for."),
        to: time.describe("Until when it ran; null while it does."),
        replicas: z.int(),
        rate_card: z.int(),
        held: amount,
        used: amount.nullable(),
        hold_id: z.uuid().nullable(),
        components: z.array(
          z.object({
            meter: z.string(),
            hardware: z.string(),
            units: z.string().describe("In all replicas."),
            price: z.string().describe("For `per` unit-hours."),
            per: z.string(),
            amount: amount.optional(),
          }),
        ),
      }),
    )
    .describe("Oldest first; held − refund + overage = used."),
});

export const CreditPolicyAnswer = z.object({
  low_limit: amount.describe("Below it nothing new is deployed."),
  negative_limit: amount.describe("The balance, zero or below, past which what runs is stopped."),
  available: amount,
  may_deploy: z.boolean(),
});

const spent = {
  credits: amount.describe("Settled, and what running cycles have cost so far."),
  settled: amount,
  held: amount.describe("Held for running cycles: settled + held is what the ledger has charged."),
};
const other_credits = amount.describe("What of it names no registered resource.");
const seconds = z.int().describe("How long it ran.");

export const ToolsAnswer = z.object({
  total_tools: z.int(),
  total_runs: z.string(),
  other_runs: z.string().describe("Runs that name no registered tool."),
  tools: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      runs: z.string(),
      owner: z.string(),
      last_active_on: day,
      status,
    }),
  ),
});

const Model = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  ...spent,
  last_deployed_on: day,
  status,
  deployments: z.int(),
});
export const ModelsAnswer = z.object({
  total_models: z.int(),
  ...spent,
  fine_tuning_credits: amount,
  hosting_credits: amount.describe("Of deployments and of inference instances."),
  inference_instance_credits: amount.describe(
    "What of hosting is inference instances, which usage by category counts as instances.",
  ),
  other_credits,
  models: z.array(Model),
});
export const DeploymentsAnswer = z.object({
  model: Model,
  own: z.object(spent).describe("What the model used by itself, such as fine-tuning."),
  instances: z.object(spent).describe("What the inference instances that ran it used."),
  deployments: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      ...spent,
      last_updated_on: z.string(),
      status,
    }),
  ),
});

const panel = {
  parts: z.array(
    z.object({
      hardware: z.string(),
      noun: z.string().describe("GPU, CPU, vCPU or GB."),
      meter: z.string(),
      count: z.string(),
      price: z.string().describe("ECU an hour."),
      seconds,
      credits: amount,
    }),
  ),
  metered_credits: amount.describe("Metered calls that name it, beside its time."),
  total: amount,
};
const Guardrail = z.object({
  id: z.string(),
  name: z.string(),
  ...spent,
  seconds,
  last_deployed_on: day,
  status,
});
export const GuardrailsAnswer = z.object({
  total_guardrails: z.int(),
  ...spent,
  seconds,
  other_credits,
  guardrails: z.array(Guardrail),
});
export const GuardrailAnswer = Guardrail.extend(panel);

const Script = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  language_version: z.string(),
  ...spent,
  seconds,
  last_active_on: day,
  status,
});
export const ScriptsAnswer = z.object({
  total_scripts: z.int(),
  ...spent,
  seconds,
  other_credits,
  scripts: z.array(Script),
});
export const ScriptAnswer = Script.extend(panel);
