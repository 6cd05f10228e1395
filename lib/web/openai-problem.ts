import { ProviderFault } from "@/lib/gateway/provider/provider-fault";
import { errorOf } from "@/lib/gateway/rules/error-body";
import { problem } from "./problem";

/**
 * An error for clients of OpenAI's API, who show what stands in `error`, and for those of ours, who read the problem around it. It says that it
 * is not worth trying again by itself where that is plain.
 */
export async function openAiProblem(error: unknown, requestId: string): Promise<Response> {
  if (error instanceof ProviderFault) return faultOfProvider(error, requestId);
  const response = problem(error, requestId);
  const { status, headers } = response;
  const said = (await response.json()) as { code: string; detail: string; field?: string };
  const body = { ...said, error: errorOf(status, said.code, said.detail, said.field ?? null) };
  if (status < 500 && status !== 429 && said.code !== "request_in_progress")
    headers.set("x-should-retry", "false");
  return new Response(JSON.stringify(body), { status, headers });
}

function faultOfProvider(fault: ProviderFault, requestId: string): Response {
  const { status, code, message: detail, error } = fault;
  const title = status === 504 ? "The provider took too long" : "The provider refused";
  const body = { type: "about:blank", title, status, code, detail, error, request_id: requestId };
  const headers = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...fault.headers,
  };
  return new Response(JSON.stringify(body), { status, headers });
}
