import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import type { Context } from "@/lib/values/context";
import { mcpServer, type Tell } from "./server";

/** Answers one message as JSON. There are no sessions, and nothing is sent that was not asked for. */
export async function answerMcp(
  ctx: Context,
  request: Request,
  message: unknown,
  tell: Tell,
): Promise<Response> {
  const server = mcpServer(ctx, tell);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody: message });
  } finally {
    await server.close();
  }
}
