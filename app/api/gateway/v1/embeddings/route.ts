import { embed } from "@/lib/gateway/complete-chat";
import { EmbeddingRequest } from "@/lib/gateway/schema";
import { ANY_QUERY, endpoint } from "@/lib/web/endpoint";
import { callerOf, MAX_PROMPT_BYTES } from "@/lib/web/gateway-caller";
import { openAiProblem } from "@/lib/web/openai-problem";

/** Makes embeddings, as OpenAI's API does: held before, metered after. */
export const POST = endpoint({
  scope: "usage:write",
  query: ANY_QUERY,
  body: EmbeddingRequest,
  maxBytes: MAX_PROMPT_BYTES,
  problem: openAiProblem,
  run: (ctx, { body, request }) => embed(ctx, body, callerOf(ctx, request)),
});
