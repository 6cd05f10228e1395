import { InvalidValue } from "@/lib/values/invalid-value";
import { Refusal, type RefusalCode } from "@/lib/values/refusal";
import { isDatabaseGone } from "./database-gone";
import { log } from "./log";

const TITLES: Partial<Record<number, string>> = {
  400: "Invalid request",
  401: "Not authenticated",
  402: "Not enough credit",
  403: "Not allowed",
  404: "Not found",
  409: "Conflict",
  410: "Gone",
  413: "Too large",
  422: "Cannot be processed",
  429: "Too many requests",
  503: "Unavailable",
};

/** Where one status has several causes. */
const TITLES_OF_CODES: Partial<Record<RefusalCode, string>> = {
  budget_exceeded: "Over budget",
  mandate_exceeded: "Over the mandate",
};

/** An error as a caller may see it: a Refusal. Everything that was not expected is logged, and says nothing but that. */
export function refusalOf(error: unknown, requestId: string): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof InvalidValue) return new Refusal("invalid_request", `${error.message}.`);
  if (isDatabaseGone(error)) {
    log.warn({ requestId, err: error }, "the database is not available");
    return new Refusal(
      "unavailable",
      "The database is not available at the moment. Send the same request again.",
      [],
      2,
    );
  }
  log.error({ requestId, err: error }, "unexpected error");
  return null;
}

/** An error as an answer after RFC 9457. */
export function problem(error: unknown, requestId: string): Response {
  const refusal = refusalOf(error, requestId);
  const status = refusal?.status ?? 500;
  const faults = refusal?.faults ?? [];
  const body = {
    type: "about:blank",
    title: (refusal && TITLES_OF_CODES[refusal.code]) ?? TITLES[status] ?? "Internal error",
    status,
    code: refusal?.code ?? "internal_error",
    detail:
      refusal?.message ??
      "Something went wrong on our side. Quote the request id to support; it is safe to try again.",
    ...(faults[0] && { field: faults[0].field, errors: faults }),
    request_id: requestId,
  };
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (refusal?.retryAfterSeconds) headers.set("retry-after", String(refusal.retryAfterSeconds));
  if (status === 401) headers.set("www-authenticate", 'Bearer realm="ecu"');
  return new Response(JSON.stringify(body), { status, headers });
}
