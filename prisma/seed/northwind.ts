import { becomes, ends, type Happening, registers, starts } from "./happenings";

const NORA = "nora@northwind.example";
const TOMAS = "tomas@northwind.example";
const HELPDESK = { team: "support", project: "helpdesk" };

/** What Northwind deploys, runs and stops in its 90 days. */
export const NORTHWIND: readonly Happening[] = [
  registers([0, "08:20"], "tool/web-search", {
    name: "Web search",
    owner: NORA,
    ...HELPDESK,
    status: "deployed",
  }),
  registers([0, "08:20"], "tool/crm-lookup", {
    name: "CRM lookup",
    owner: TOMAS,
    ...HELPDESK,
    status: "deployed",
  }),
  registers([0, "08:20"], "tool/calendar", {
    name: "Calendar",
    owner: TOMAS,
    ...HELPDESK,
    status: "deployed",
  }),
  registers([0, "08:20"], "tool/page-scraper", {
    name: "Page scraper",
    owner: TOMAS,
    ...HELPDESK,
    status: "deployed",
  }),
  becomes([50, "13:30"], "tool/page-scraper", "undeployed", "Replaced by web search"),
  registers([45, "13:30"], "guardrail/answer-check", {
    name: "Answer check",
    owner: NORA,
    ...HELPDESK,
    hardware: "cpu-small",
  }),
  starts([82, "08:20"], {
    id: "31",
    kind: "guardrail",
    hardware: "cpu-small",
    resource: "guardrail/answer-check",
    ...HELPDESK,
  }),
  ends([83, "13:30"], "31"),
  registers([70, "13:30"], "custom_script/order-status", {
    name: "Order status",
    language: "python",
    language_version: "3.12",
    owner: TOMAS,
    ...HELPDESK,
  }),
  starts([84, "08:20"], {
    id: "32",
    kind: "custom_script",
    vcpus: "0.5",
    memory_gb: "1",
    resource: "custom_script/order-status",
    endpoint: "https://scripts.northwind.example/order-status",
    ...HELPDESK,
  }),
];
