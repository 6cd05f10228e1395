import { z } from "zod";
import { UsageResults } from "@/lib/metering/schema-answers";
import { ExternalCostList } from "@/lib/metering/schema-external";
import { DataQueryAnswer, DataQueryList, DataQueryResults } from "@/lib/metering/schema-queries";
import type { Operation } from "@/lib/web/openapi/document";
import { GET as listDataQueries, POST as recordDataQueries } from "../data-queries/route";
import { POST as recordExternalCosts } from "../external-costs/route";

const tag = "External data";

/** What is paid elsewhere than at a provider of models, and what is free. */
export const EXTERNAL: readonly Operation[] = [
  {
    method: "post",
    path: "/api/v1/external-costs",
    tag,
    summary: "Meter one to a thousand runs of paid external APIs",
    description:
      "Each run becomes a usage event, charged by its real cost × markup and never below it, and is answered on its own, as by usage-events. With the id of an " +
      "authorization it settles that. Fields at fault are named as costs.3.cost_usd. One cost may also be sent by itself, or several as an array.",
    endpoint: recordExternalCosts.endpoint,
    body: ExternalCostList,
    example: {
      costs: [{ id: "run-1", provider: "apify", feature: "lead_signal_fetch", cost_usd: "0.0425" }],
    },
    answer: { status: 207, description: "What became of each cost.", schema: UsageResults },
  },
  {
    method: "post",
    path: "/api/v1/data-queries",
    tag,
    summary: "Record one to a thousand look-ups in free public data",
    description:
      "Never billed. The same id is recorded once: with the same content it is answered as recorded, with other content it is refused. One query may also be " +
      "sent by itself, or several as an array.",
    endpoint: recordDataQueries.endpoint,
    body: DataQueryList,
    example: {
      queries: [
        {
          id: "query-1",
          provider: "socrata",
          dataset: "building-permits",
          query: "issued_date > '2026-11-01'",
          result_rows: 214,
        },
      ],
    },
    answer: { status: 207, description: "What became of each query.", schema: DataQueryResults },
  },
  {
    method: "get",
    path: "/api/v1/data-queries",
    tag,
    summary: "List look-ups in free public data",
    description: "A plain array, newest first. Go on with before, or with the Link header.",
    endpoint: listDataQueries.endpoint,
    answer: { status: 200, description: "Look-ups.", schema: z.array(DataQueryAnswer) },
  },
];
