import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { Context } from "@/lib/values/context";
import type { Refusal } from "@/lib/values/refusal";
import type { Tool } from "./tool";
import { TOOLS } from "./tools";

const INSTRUCTIONS =
  "Ecu keeps this account's prepaid credits (ECU). Amounts are exact decimal strings: never do arithmetic with them in floating point. Days are UTC. " +
  "Before paid work, ask estimate_cost; to spend on a person's behalf, ask request_mandate and wait until it is approved.";

/** Says what went wrong, for people to read; null is a fault of ours, of which nobody learns more. */
export type Tell = (error: unknown) => Refusal | null;

/** The tools that a key may use, for one request. It keeps nothing between requests, so that any process can answer the next. */
export function mcpServer(ctx: Context, tell: Tell): McpServer {
  const server = new McpServer(
    { name: "ecu", title: "Ecu", version: "1.0.0" },
    { instructions: INSTRUCTIONS, capabilities: { tools: {} } },
  );
  for (const tool of TOOLS.filter(({ scope }) => ctx.permissions.has(scope)))
    register(server, ctx, tool, tell);
  return server;
}

function register(server: McpServer, ctx: Context, tool: Tool, tell: Tell): void {
  const { name, title, description, input, output, readOnly } = tool;
  const annotations = {
    readOnlyHint: readOnly,
    destructiveHint: false,
    idempotentHint: readOnly,
    openWorldHint: false,
  };
  const config = { title, description, inputSchema: input, outputSchema: output, annotations };
  server.registerTool(name, config, async (args: unknown): Promise<CallToolResult> => {
    try {
      const result = await tool.run(ctx, args);
      return { content: [{ type: "text", text: JSON.stringify(result) }], structuredContent: { ...result } };
    } catch (error) {
      return refused(tell(error), ctx.requestId);
    }
  });
}

/** A refusal as the API tells it, for the agent to act upon. */
function refused(refusal: Refusal | null, requestId: string): CallToolResult {
  const said = {
    code: refusal?.code ?? "internal_error",
    detail: refusal?.message ?? "Something went wrong on our side; it is safe to try again.",
    ...(refusal && refusal.faults.length > 0 && { errors: refusal.faults }),
    request_id: requestId,
  };
  return { isError: true, content: [{ type: "text", text: JSON.stringify(said) }] };
}
