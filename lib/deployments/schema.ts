import { z } from "zod";
import { faultOfQuantity } from "@/lib/metering/rules/quantity";
import { name, slug } from "@/lib/metering/schema";
import { anyAmount } from "@/lib/metering/schema-ledger";
import { Day, pageLimit } from "@/lib/metering/schema-usage";
import { saying } from "@/lib/values/saying";

export const RESOURCE_KINDS = [
  "tool",
  "model",
  "deployment",
  "guardrail",
  "custom_script",
  "volume",
] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];
export const RESOURCE_STATUSES = ["draft", "deployed", "undeployed", "failed", "deleted"] as const;
export type ResourceStatus = (typeof RESOURCE_STATUSES)[number];
export const INSTANCE_KINDS = ["gpu", "inference", "model_hosting", "guardrail", "custom_script"] as const;
export const INSTANCE_STATUSES = ["running", "stopped", "failed", "interrupted"] as const;

/** An id that the platform gives: what the ledger, usage and the tabs call it. */
export const platformId = (meaning: string) =>
  z
    .string()
    .regex(/^[!-.0-~]{1,100}$/, "is 1 to 100 visible ASCII characters without /")
    .describe(meaning);

const moment = (meaning: string) =>
  z.iso
    .datetime({ offset: true, error: "is a time with its offset, such as 2026-11-21T09:30:00Z" })
    .describe(meaning);

const measure = (meaning: string) =>
  z
    .string('is a text such as "4", not a number of JSON')
    .superRefine(saying(faultOfQuantity))
    .describe(meaning);

const text = (most: number, meaning: string) =>
  z
    .string()
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Bidi_C}]*$/u, "holds characters that cannot be shown")
    .describe(meaning);

export const InstanceParam = z.strictObject({ id: z.string().max(200) });
export const ResourceParam = z.strictObject({ kind: z.enum(RESOURCE_KINDS), id: z.string().max(200) });

/** The body of `PUT /api/v1/resources/{kind}/{id}`. What is left out stays as it is. */
export const ResourceInput = z.strictObject({
  name: name("What people call it.").optional(),
  type: text(63, "base or fine_tuned for models; the type of a deployment.").optional(),
  parent: platformId("A deployment's model.").optional(),
  language: text(63, "A script's language: python, javascript …").optional(),
  language_version: text(63, "Its version: 3.12").optional(),
  owner: text(200, "Who made it: a member's e-mail.").optional(),
  team: text(200, "The team's slug.").optional(),
  project: text(200, "The project's slug.").optional(),
  status: z
    .enum(RESOURCE_STATUSES)
    .optional()
    .describe("Without it something new is a draft, and a volume deployed. Each change is kept."),
  endpoint: text(500, "Where it is reached once it is deployed.").optional(),
  hardware: slug("What it runs or is kept on, as the rate card calls it.").optional(),
  size_gb: measure("A volume's size in GB.").optional(),
  last_active_at: moment("When it was last used.").optional(),
  at: moment("When this was so, if not now. History comes in order.").optional(),
});
export type ResourceInput = z.output<typeof ResourceInput>;

/** The body of `POST /api/v1/resources/{kind}/{id}/status`. */
export const StatusInput = z.strictObject({
  status: z.enum(RESOURCE_STATUSES),
  note: text(500, "Why, for those who read the history.").default(""),
  endpoint: text(500, "Where it is reached now.").optional(),
  at: moment("When it changed, if not now.").optional(),
});
export type StatusInput = z.output<typeof StatusInput>;

/** The query of `GET /api/v1/resources`. */
export const ResourceQuery = z.strictObject({
  kind: z.enum(RESOURCE_KINDS).optional().describe("Only this kind."),
  status: z.enum(RESOURCE_STATUSES).optional().describe("Only this status."),
  parent: platformId("Only deployments of this model.").optional(),
});
export type ResourceQuery = z.output<typeof ResourceQuery>;

const replicas = z
  .int("is a whole number")
  .min(1, "is at least 1")
  .max(1_000, "is at most 1000")
  .describe("How many run beside each other. Each counts.");

const hours = measure("Hours").refine((count) => Number(count) > 0 && Number(count) <= 8_784, {
  message: "is more than nothing and at most 8784 hours",
});

/** The body of `POST /api/v1/instances`. */
export const InstanceInput = z
  .strictObject({
    id: platformId("Your id of it, which the ledger names. The same id is the same instance."),
    kind: z.enum(INSTANCE_KINDS).describe("What it is, and so the feature of the rate card that prices it."),
    mode: z
      .enum(["fixed", "cycle"])
      .optional()
      .describe(
        "fixed: held for its whole duration. cycle: held for a day at a time. gpu is fixed, all others cycle.",
      ),
    hours: hours.optional().describe("Of a fixed one: how long it is to run."),
    cycle_hours: z
      .int("is a whole number of hours")
      .min(1, "is at least 1")
      .max(24, "is at most 24")
      .default(24)
      .describe("Of a cycle: how long it is."),
    resource: z
      .string()
      .regex(
        /^(deployment|guardrail|custom_script|model|tool)\/[!-.0-~]{1,100}$/,
        "is a kind and an id, such as guardrail/pii",
      )
      .optional()
      .describe("The registered resource that it runs: deployed while this runs."),
    model: name("The model that it serves.").optional(),
    hardware: slug("The type of its GPUs or machines, as the rate card calls it.").optional(),
    gpus: z.int("is a whole number").min(1, "is at least 1").max(1_000, "is at most 1000").optional(),
    count: z
      .int("is a whole number")
      .min(1, "is at least 1")
      .max(1_000, "is at most 1000")
      .optional()
      .describe(
        "How many GPUs or CPUs of that type one replica has; 1 without it. gpus is another name for it.",
      ),
    vcpus: measure("vCPUs of one replica.").default("0"),
    memory_gb: measure("Memory of one replica in GB.").default("0"),
    replicas: replicas.default(1),
    member: name("Who runs it: a member's e-mail.").optional(),
    team: name("The team's slug.").optional(),
    project: name("The project's slug.").optional(),
    endpoint: text(500, "Where it is reached.").default(""),
    started_at: moment("When it began to run, if not now.").optional(),
  })
  .refine((body) => (body.mode ?? (body.kind === "gpu" ? "fixed" : "cycle")) !== "fixed" || body.hours, {
    path: ["hours"],
    message: "is needed for a fixed duration",
  })
  .refine((body) => (body.mode ?? (body.kind === "gpu" ? "fixed" : "cycle")) === "fixed" || !body.hours, {
    path: ["hours"],
    message: "goes with mode fixed",
  })
  .refine((body) => body.gpus === undefined || body.count === undefined || body.gpus === body.count, {
    path: ["count"],
    message: "differs from gpus, which means the same: send one of them",
  });
export type InstanceInput = z.output<typeof InstanceInput>;

const at = moment("When it happened, if not now. Time that is settled stays settled.").optional();

/** The bodies of what happens to a running instance. */
export const StopInput = z.strictObject({ at });
export const FailInput = z.strictObject({ reason: text(500, "What went wrong.").default(""), at });
export const ExtendInput = z.strictObject({ hours: hours.describe("How much longer it is to run.") });
export const ReplicasInput = z.strictObject({ replicas, at });

/** The query of `GET /api/v1/instances`. */
export const InstanceQuery = z.strictObject({
  status: z.enum(INSTANCE_STATUSES).optional().describe("Only this status."),
  kind: z.enum(INSTANCE_KINDS).optional().describe("Only this kind."),
  resource: z.string().max(200).optional().describe("Only those that run this resource."),
  limit: pageLimit.optional(),
});
export type InstanceQuery = z.output<typeof InstanceQuery>;

const limit = anyAmount.describe("ECU as a decimal string.");

/** The body of `PUT /api/v1/credits/policy`. What is left out stays as it is. */
export const CreditPolicyInput = z.strictObject({
  low_limit: limit.optional().describe("Below it nothing new is deployed."),
  negative_limit: limit
    .refine((text) => text.startsWith("-") || Number(text) === 0, "is zero or below")
    .optional()
    .describe("The balance, zero or below, past which what runs is stopped."),
});
export type CreditPolicyInput = z.output<typeof CreditPolicyInput>;

/** Days of a usage tab, both included; all of it without them. */
export const DayRange = z.strictObject({ from: Day.optional(), to: Day.optional() });
export type DayRange = z.output<typeof DayRange>;
