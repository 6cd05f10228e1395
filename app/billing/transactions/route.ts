import { GET as list } from "@/app/api/v1/transactions/route";

/** The JSON call of the ledger. A browser that opens it without a key is sent to the page. */
export async function GET(request: Request, route: { params: Promise<object> }): Promise<Response> {
  const opened = request.headers.get("accept")?.includes("text/html") ?? false;
  if (opened && !request.headers.has("authorization")) {
    return new Response(null, { status: 307, headers: { location: "/billing", vary: "Accept, Authorization" } });
  }
  return list(request, route);
}
