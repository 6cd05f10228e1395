import type { z } from "zod";
import {
  DeploymentsAnswer,
  GuardrailAnswer,
  GuardrailsAnswer,
  ModelsAnswer,
  ScriptAnswer,
  ScriptsAnswer,
  ToolsAnswer,
} from "@/lib/deployments/schema-answers";
import type { Operation } from "@/lib/web/openapi/document";
import { GET as readGuardrail } from "../usage/guardrails/[id]/route";
import { GET as readGuardrails } from "../usage/guardrails/route";
import { GET as exportGuardrails } from "../usage/guardrails.csv/route";
import { GET as readDeployments } from "../usage/models/[id]/route";
import { GET as readModels } from "../usage/models/route";
import { GET as exportInstances } from "../usage/instances.csv/route";
import { GET as exportModels } from "../usage/models.csv/route";
import { GET as readScript } from "../usage/scripts/[id]/route";
import { GET as readScripts } from "../usage/scripts/route";
import { GET as exportScripts } from "../usage/scripts.csv/route";
import { GET as readTools } from "../usage/tools/route";
import { GET as exportTools } from "../usage/tools.csv/route";

const ok = (description: string, schema: z.ZodType) => ({ status: 200, description, schema });
const csv = { status: 200, description: "The rows of the tab as CSV.", type: "text/csv" };
const tag = "Usage of resources";

/** The tabs of the usage page: the same numbers. */
export const TABS: readonly Operation[] = [
  {
    method: "get",
    path: "/api/v1/usage/tools",
    tag,
    summary: "Runs by tool",
    endpoint: readTools.endpoint,
    answer: ok("Tools that were deployed at least once.", ToolsAnswer),
  },
  {
    method: "get",
    path: "/api/v1/usage/models",
    tag,
    summary: "Credits by model",
    endpoint: readModels.endpoint,
    answer: ok("Models with fine-tuning and hosting.", ModelsAnswer),
  },
  {
    method: "get",
    path: "/api/v1/usage/models/{id}",
    tag,
    summary: "Credits by deployment of a model",
    endpoint: readDeployments.endpoint,
    answer: ok("The model and its deployments.", DeploymentsAnswer),
  },
  {
    method: "get",
    path: "/api/v1/usage/guardrails",
    tag,
    summary: "Credits and time by guardrail",
    endpoint: readGuardrails.endpoint,
    answer: ok("Guardrails.", GuardrailsAnswer),
  },
  {
    method: "get",
    path: "/api/v1/usage/guardrails/{id}",
    tag,
    summary: "A guardrail's hardware",
    endpoint: readGuardrail.endpoint,
    answer: ok("Its hardware, how long it ran, and what it cost.", GuardrailAnswer),
  },
  {
    method: "get",
    path: "/api/v1/usage/scripts",
    tag,
    summary: "Credits by custom script",
    endpoint: readScripts.endpoint,
    answer: ok("Scripts.", ScriptsAnswer),
  },
  {
    method: "get",
    path: "/api/v1/usage/scripts/{id}",
    tag,
    summary: "A script's machine by component",
    endpoint: readScript.endpoint,
    answer: ok("vCPUs and memory, how long they were hosted, and what each cost.", ScriptAnswer),
  },
  {
    method: "get",
    path: "/api/v1/usage/tools.csv",
    tag,
    summary: "Export usage by tool",
    endpoint: exportTools.endpoint,
    answer: csv,
  },
  {
    method: "get",
    path: "/api/v1/usage/models.csv",
    tag,
    summary: "Export usage by model",
    endpoint: exportModels.endpoint,
    answer: csv,
  },
  {
    method: "get",
    path: "/api/v1/usage/guardrails.csv",
    tag,
    summary: "Export usage by guardrail",
    endpoint: exportGuardrails.endpoint,
    answer: csv,
  },
  {
    method: "get",
    path: "/api/v1/usage/scripts.csv",
    tag,
    summary: "Export usage by custom script",
    endpoint: exportScripts.endpoint,
    answer: csv,
  },
  {
    method: "get",
    path: "/api/v1/usage/instances.csv",
    tag,
    summary: "Export instances",
    description: "Those that ran in these days, with what each has cost until now.",
    endpoint: exportInstances.endpoint,
    answer: csv,
  },
];
