import { listModels } from "@/lib/gateway/models/list-models";
import { ANY_QUERY, endpoint } from "@/lib/web/endpoint";
import { openAiProblem } from "@/lib/web/openai-problem";

/** The models that can be called here, as OpenAI's API lists them, with what they cost. */
export const GET = endpoint({
  scope: "usage:write",
  query: ANY_QUERY,
  problem: openAiProblem,
  run: async (ctx, { request }) => ({ body: await listModels(ctx, request.headers.get("ecu-provider")) }),
});
