import type { z } from "zod";
import {
  CreditPolicyAnswer,
  InstanceAnswer,
  InstancesAnswer,
  ResourceAnswer,
  ResourcesAnswer,
} from "@/lib/deployments/schema-answers";
import type { Operation } from "@/lib/web/openapi/document";
import { GET as readCreditPolicy, PUT as setCreditPolicy } from "../credits/policy/route";
import { POST as extend } from "../instances/[id]/extend/route";
import { POST as fail } from "../instances/[id]/fail/route";
import { POST as changeReplicas } from "../instances/[id]/replicas/route";
import { GET as readInstance } from "../instances/[id]/route";
import { POST as stop } from "../instances/[id]/stop/route";
import { GET as listInstances, POST as start } from "../instances/route";
import { GET as readResource, PUT as register } from "../resources/[kind]/[id]/route";
import { POST as changeStatus } from "../resources/[kind]/[id]/status/route";
import { GET as listResources } from "../resources/route";

const ok = (description: string, schema: z.ZodType) => ({ status: 200, description, schema });

/** What runs: resources and instances, and how far they may go. */
export const INSTANCES: readonly Operation[] = [
  {
    method: "get",
    path: "/api/v1/credits/policy",
    tag: "Credits",
    summary: "Read the policy of low and negative credit",
    endpoint: readCreditPolicy.endpoint,
    answer: ok("The limits, and whether something new may be deployed.", CreditPolicyAnswer),
  },
  {
    method: "put",
    path: "/api/v1/credits/policy",
    tag: "Credits",
    summary: "Set the policy of low and negative credit",
    description:
      "Below the low limit nothing new is deployed; what runs goes on into negative credit, and is stopped past the negative limit.",
    endpoint: setCreditPolicy.endpoint,
    example: { low_limit: "10", negative_limit: "-50" },
    answer: ok("The limits as they are now.", CreditPolicyAnswer),
  },
  {
    method: "put",
    path: "/api/v1/resources/{kind}/{id}",
    tag: "Resources",
    summary: "Register a tool, model, deployment, guardrail, script or volume",
    description:
      "Under your own id; sent again, what is sent changes. Each status is kept. A volume's size is billed by the GB-day. " +
      "Without credit a new script becomes a draft, and nothing else that costs is deployed.",
    endpoint: register.endpoint,
    example: { name: "PII guardrail", owner: "ada@example.com", project: "support", status: "undeployed" },
    answer: ok("The resource with its history.", ResourceAnswer),
  },
  {
    method: "get",
    path: "/api/v1/resources",
    tag: "Resources",
    summary: "List resources",
    endpoint: listResources.endpoint,
    answer: ok("By kind and name.", ResourcesAnswer),
  },
  {
    method: "get",
    path: "/api/v1/resources/{kind}/{id}",
    tag: "Resources",
    summary: "Read a resource",
    endpoint: readResource.endpoint,
    answer: ok("The resource with its history.", ResourceAnswer),
  },
  {
    method: "post",
    path: "/api/v1/resources/{kind}/{id}/status",
    tag: "Resources",
    summary: "Deploy or undeploy a resource",
    description:
      "Refused with 402 below the account's low limit. Starting and stopping an instance does it by itself.",
    endpoint: changeStatus.endpoint,
    example: { status: "deployed", endpoint: "https://run.example.com/pii" },
    answer: ok("The resource with its history.", ResourceAnswer),
  },
  {
    method: "post",
    path: "/api/v1/instances",
    tag: "Instances",
    summary: "Start an instance",
    description:
      "Its hold is a row of the ledger: for its whole duration (mode fixed), or for a day at a time (mode cycle), at the prices of the rate card by component. " +
      "What it did not use is refunded when it ends, what it used beyond is charged. Refused with 402 when the hold does not fit. The same id is the same instance.",
    endpoint: start.endpoint,
    example: { id: "132", kind: "gpu", hardware: "h100", gpus: 1, hours: "1", member: "ada@example.com" },
    answer: { status: 201, description: "The instance, held for.", schema: InstanceAnswer },
  },
  {
    method: "get",
    path: "/api/v1/instances",
    tag: "Instances",
    summary: "List instances",
    endpoint: listInstances.endpoint,
    answer: ok("The newest first.", InstancesAnswer),
  },
  {
    method: "get",
    path: "/api/v1/instances/{id}",
    tag: "Instances",
    summary: "Read an instance",
    endpoint: readInstance.endpoint,
    answer: ok("The instance with its cycles.", InstanceAnswer),
  },
  {
    method: "post",
    path: "/api/v1/instances/{id}/stop",
    tag: "Instances",
    summary: "Stop an instance",
    endpoint: stop.endpoint,
    example: {},
    answer: ok("The instance, settled.", InstanceAnswer),
  },
  {
    method: "post",
    path: "/api/v1/instances/{id}/fail",
    tag: "Instances",
    summary: "Say that an instance failed",
    description: "The time until then is charged.",
    endpoint: fail.endpoint,
    example: { reason: "out of memory" },
    answer: ok("The instance, settled.", InstanceAnswer),
  },
  {
    method: "post",
    path: "/api/v1/instances/{id}/extend",
    tag: "Instances",
    summary: "Extend an instance of a fixed duration",
    description:
      "What has run is settled; the rest and the new time are held for, at the prices that it started with.",
    endpoint: extend.endpoint,
    example: { hours: "2" },
    answer: ok("The instance.", InstanceAnswer),
  },
  {
    method: "post",
    path: "/api/v1/instances/{id}/replicas",
    tag: "Instances",
    summary: "Change how many replicas run",
    description: "What has run is settled; the rest of the cycle goes on at the same prices.",
    endpoint: changeReplicas.endpoint,
    example: { replicas: 2 },
    answer: ok("The instance.", InstanceAnswer),
  },
];
