import { log } from "../log";
import { withScope } from "./request-scope";

/** Answers a request, and writes one line about it: reading that went well only where `debug` is asked for. */
export function logged(request: Request, requestId: string, run: () => Promise<Response>): Promise<Response> {
  return withScope({ requestId }, async () => {
    const began = performance.now();
    const response = await run();
    const { method } = request;
    const { status } = response;
    const isQuiet = method === "GET" && status < 400;
    // Without what was asked for: queries may name people, and links carry tokens.
    log[isQuiet ? "debug" : "info"](
      { method, path: new URL(request.url).pathname, status, ms: Math.round(performance.now() - began) },
      "request",
    );
    return response;
  });
}
