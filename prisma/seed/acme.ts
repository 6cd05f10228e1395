import { GPUS, MODELS } from "./acme-machines";
import { becomes, ends, type Happening, registers, starts } from "./happenings";

const SAM = "sam@acme.example";
const JONAS = "jonas@acme.example";
const MIRA = "mira@acme.example";
const PLATFORM = { team: "platform", project: "atlas" };

const TOOLS: readonly Happening[] = [
  registers([0, "07:15"], "tool/web-search", {
    name: "Web search",
    owner: JONAS,
    ...PLATFORM,
    status: "deployed",
  }),
  registers([0, "07:15"], "tool/crm-lookup", {
    name: "CRM lookup",
    owner: SAM,
    ...PLATFORM,
    status: "deployed",
  }),
  registers([0, "07:15"], "tool/calendar", {
    name: "Calendar",
    owner: JONAS,
    ...PLATFORM,
    status: "deployed",
  }),
  registers([0, "07:15"], "tool/page-scraper", {
    name: "Page scraper",
    owner: SAM,
    ...PLATFORM,
    status: "deployed",
  }),
  becomes([49, "18:30"], "tool/page-scraper", "undeployed", "Web search reads pages itself now"),
  becomes([63, "10:40"], "tool/page-scraper", "deleted", "Nobody missed it"),
  registers([12, "10:40"], "tool/ticket-writer", { name: "Ticket writer", owner: MIRA, status: "deployed" }),
  becomes([33, "18:30"], "tool/ticket-writer", "undeployed", "Paused until the tracker is moved"),
  registers([84, "14:05"], "tool/sql-runner", { name: "SQL runner", owner: SAM, status: "draft" }),
];

const GUARDRAILS: readonly Happening[] = [
  registers([20, "10:40"], "guardrail/pii-filter", {
    name: "PII filter",
    owner: JONAS,
    ...PLATFORM,
    hardware: "cpu-small",
  }),
  starts([72, "07:15"], {
    id: "204",
    kind: "guardrail",
    hardware: "cpu-small",
    resource: "guardrail/pii-filter",
    endpoint: "https://pii.acme.example/v1/check",
    ...PLATFORM,
  }),
  registers([25, "10:40"], "guardrail/toxicity", {
    name: "Toxicity scanner",
    owner: JONAS,
    ...PLATFORM,
    hardware: "cpu-medium",
  }),
  starts([66, "10:40"], {
    id: "202",
    kind: "guardrail",
    hardware: "cpu-medium",
    resource: "guardrail/toxicity",
    ...PLATFORM,
  }),
  ends([68, "18:30"], "202"),
  starts([85, "10:40"], {
    id: "209",
    kind: "guardrail",
    vcpus: "2",
    memory_gb: "8",
    resource: "guardrail/toxicity",
    ...PLATFORM,
  }),
  ends([86, "14:05"], "209"),
  registers([77, "14:05"], "guardrail/prompt-injection", {
    name: "Prompt injection",
    owner: SAM,
    status: "draft",
  }),
];

const SCRIPTS: readonly Happening[] = [
  registers([30, "10:40"], "custom_script/invoice-parser", {
    name: "Invoice parser",
    language: "python",
    language_version: "3.12",
    owner: SAM,
    ...PLATFORM,
  }),
  starts([65, "07:15"], {
    id: "201",
    kind: "custom_script",
    vcpus: "1",
    memory_gb: "2",
    resource: "custom_script/invoice-parser",
    endpoint: "https://scripts.acme.example/invoice-parser",
    ...PLATFORM,
  }),
  registers([40, "10:40"], "custom_script/nightly-report", {
    name: "Nightly report",
    language: "javascript",
    language_version: "22",
    owner: JONAS,
    ...PLATFORM,
  }),
  starts([71, "18:30"], {
    id: "203",
    kind: "custom_script",
    vcpus: "2",
    memory_gb: "4",
    replicas: 2,
    resource: "custom_script/nightly-report",
    ...PLATFORM,
  }),
  ends([73, "07:15"], "203"),
  registers([79, "14:05"], "custom_script/lead-dedupe", {
    name: "Lead dedupe",
    language: "python",
    language_version: "3.11",
    owner: SAM,
  }),
  starts([79, "18:30"], {
    id: "206",
    kind: "custom_script",
    vcpus: "1",
    memory_gb: "1",
    resource: "custom_script/lead-dedupe",
  }),
  ends([80, "07:15"], "206", "Exited with code 137"),
];

const VOLUMES: readonly Happening[] = [
  registers([62, "10:40"], "volume/datasets", {
    name: "datasets",
    size_gb: "40",
    owner: JONAS,
    ...PLATFORM,
    status: "deployed",
  }),
  registers([80, "10:40"], "volume/datasets", { size_gb: "60" }),
];

/** What Acme deploys, runs and stops in its 90 days. */
export const ACME: readonly Happening[] = [
  ...TOOLS,
  ...MODELS,
  ...GUARDRAILS,
  ...SCRIPTS,
  ...VOLUMES,
  ...GPUS,
  starts([88, "10:40"], {
    id: "210",
    kind: "inference",
    hardware: "l4",
    model: "llama-3.1-8b",
    member: JONAS,
    endpoint: "https://inference.acme.example/v1",
    ...PLATFORM,
  }),
];
