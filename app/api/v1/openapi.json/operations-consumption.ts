import { ConsumptionAnswer } from "@/lib/reports/consumption/schema";
import type { Operation } from "@/lib/web/openapi/document";
import { GET as exportConsumption } from "../consumption.csv/route";
import { GET as readConsumption } from "../consumption/route";

const tag = "Usage";

/** The page of consumption: the same numbers. */
export const CONSUMPTION: readonly Operation[] = [
  {
    method: "get",
    path: "/api/v1/consumption",
    tag,
    summary: "Read the balance, its end and the top consumers",
    description:
      "Credits by day or month, and by member, model, feature (the type of job), team, project and key, each adding up to the same total; when the " +
      "credit runs out, as a range that holds four of five cases, and what of expiring grants will likely be left. Needs ledger:read besides.",
    endpoint: readConsumption.endpoint,
    answer: { status: 200, description: "The report.", schema: ConsumptionAnswer },
  },
  {
    method: "get",
    path: "/api/v1/consumption.csv",
    tag,
    summary: "Export consumption",
    endpoint: exportConsumption.endpoint,
    answer: { status: 200, description: "Periods, consumers and the total as CSV.", type: "text/csv" },
  },
];
