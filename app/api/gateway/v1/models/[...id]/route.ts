import { readModel } from "@/lib/gateway/models/list-models";
import { ModelParams } from "@/lib/gateway/schema";
import { ANY_QUERY, endpoint } from "@/lib/web/endpoint";
import { openAiProblem } from "@/lib/web/openai-problem";

/** One model that can be called here, as OpenAI's API tells of it, with what it costs. */
export const GET = endpoint({
  scope: "usage:write",
  params: ModelParams,
  query: ANY_QUERY,
  problem: openAiProblem,
  run: async (ctx, { params, request }) => ({
    body: await readModel(ctx, request.headers.get("ecu-provider"), params.id),
  }),
});
