import "server-only";
import type { Caller } from "@/lib/gateway/complete-chat";
import type { Context } from "@/lib/values/context";
import { log } from "./log";

/** The largest body of a call: with pictures in it, and still below what the server in front of the routes passes on whole. */
export const MAX_PROMPT_BYTES = 8_388_608;

/** Who calls a model, as the gateway needs to know it. */
export function callerOf({ requestId }: Context, { headers, signal }: Request): Caller {
  return {
    headers,
    signal,
    report: (err) => log.error({ requestId, err }, "a call of the gateway was not settled; the worker will"),
  };
}
