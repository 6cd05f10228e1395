import { z } from "zod";
import { answerMcp } from "@/lib/mcp/answer";
import { Refusal } from "@/lib/values/refusal";
import { ANY_QUERY, endpoint } from "@/lib/web/endpoint";
import { refusalOf } from "@/lib/web/problem";
import { refuseRebinding } from "@/lib/web/refuse-rebinding";

/** The Model Context Protocol over streamable HTTP, for agents: read what was spent, estimate, ask for a mandate. */
export const POST = endpoint({
  scope: "account:read",
  query: ANY_QUERY,
  body: z.unknown(),
  // Many messages are sent to the one address.
  keeps: () => false,
  run: (ctx, { body, request }) => {
    refuseRebinding(request.headers);
    // The protocol has none since 2025-06-18, and each would be a hundred requests at the price of one.
    if (Array.isArray(body))
      throw new Refusal("invalid_request", "Send one message of the protocol in a request, not a batch.");
    return answerMcp(ctx, request, body, (error) => refusalOf(error, ctx.requestId));
  },
});

/** There is no stream to listen to: nothing is sent that was not asked for. The protocol wants 405 then. */
export const GET = endpoint.public({ run: async () => onlyPosts() });

/** There is no session to end. */
export const DELETE = endpoint.public({ run: async () => onlyPosts() });

function onlyPosts(): Response {
  const { code, message } = new Refusal("invalid_request", "Send messages of the protocol by POST.");
  const body = { type: "about:blank", title: "Method not allowed", status: 405, code, detail: message };
  return Response.json(body, {
    status: 405,
    headers: { allow: "POST", "content-type": "application/problem+json" },
  });
}
