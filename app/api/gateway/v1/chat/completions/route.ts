import { completeChat } from "@/lib/gateway/complete-chat";
import { ChatRequest } from "@/lib/gateway/schema";
import { ANY_QUERY, endpoint } from "@/lib/web/endpoint";
import { callerOf, MAX_PROMPT_BYTES } from "@/lib/web/gateway-caller";
import { openAiProblem } from "@/lib/web/openai-problem";

/** Runs a chat, as OpenAI's API does: held before, metered after. */
export const POST = endpoint({
  scope: "usage:write",
  query: ANY_QUERY,
  body: ChatRequest,
  maxBytes: MAX_PROMPT_BYTES,
  problem: openAiProblem,
  keeps: ({ body }) => body.stream !== true,
  run: (ctx, { body, request }) => completeChat(ctx, body, callerOf(ctx, request)),
});
