import { log } from "../log";
import { withScope } from "./request-scope";

const LONGEST_PATH = 300;

/** Answers a request, and writes one line about it: reading that went well only where `debug` is asked for. */
export function logged(request: Request, requestId: string, run: () => Promise<Response>): Promise<Response> {
  return withScope({ requestId }, async () => {
    const began = performance.now();
    const response = await run();
    const { method } = request;
    const { status } = response;
    const isQuiet = method === "GET" && status < 400;
    // Without what was asked for: queries may name people, and links carry tokens. A path has no end but what its sender likes.
    log[isQuiet ? "debug" : "info"](
      {
        method,
        path: new URL(request.url).pathname.slice(0, LONGEST_PATH),
        status,
        ms: Math.round(performance.now() - began),
      },
      "request",
    );
    return response;
  });
}
