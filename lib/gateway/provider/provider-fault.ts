import { errorOf, type OpenAiError } from "../rules/error-body";

/** The provider did not do what it was asked for: its own words as far as they are the caller's business, and what it cost. */
export class ProviderFault extends Error {
  override readonly name = "ProviderFault";

  constructor(
    readonly status: number,
    readonly code: "provider_error" | "provider_timeout",
    message: string,
    /** As the provider said it. */
    readonly error: OpenAiError = errorOf(status, code, message, null),
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

const PASSED = new Set([400, 404, 409, 413, 415, 422, 429, 503, 504]);

/** What the provider refused, with nothing produced and nothing charged. */
export function refusedByProvider(
  status: number,
  text: string,
  retryAfter: string | undefined,
): ProviderFault {
  const said = errorIn(text);
  // A key that is not let in, or has no credit left, is a matter between the provider and whoever the key belongs to.
  const isKey = [401, 402, 403].includes(status);
  const shown = isKey
    ? `The provider refused the key (${status}).`
    : (said.message ?? `It answered ${status}.`);
  const passed = PASSED.has(status) ? status : 502;
  const message = `The provider refused the call; nothing was charged. ${shown}`;
  const error = {
    ...errorOf(passed, "provider_error", shown, isKey ? null : (said.param ?? null)),
    ...(!isKey && said.type !== undefined && { type: said.type }),
    ...(!isKey && said.code !== undefined && { code: said.code }),
  };
  const headers: Record<string, string> = {};
  if (retryAfter !== undefined && /^[\w ,:-]{1,64}$/.test(retryAfter)) headers["retry-after"] = retryAfter;
  return new ProviderFault(passed, "provider_error", message, error, headers);
}

/** It did not begin to answer. */
export function silentProvider(isTimeout: boolean): ProviderFault {
  return isTimeout
    ? new ProviderFault(504, "provider_timeout", "The provider did not answer in time; nothing was charged.")
    : new ProviderFault(
        502,
        "provider_error",
        "The provider cannot be reached; nothing was charged. Try again.",
      );
}

/** It broke off. What was produced until then is charged. */
export function brokenProvider(isTimeout: boolean, headers: Readonly<Record<string, string>>): ProviderFault {
  const status = isTimeout ? 504 : 502;
  const message = isTimeout
    ? "The call took too long and was stopped. What was produced until then is charged."
    : "The provider broke off. What was produced until then is charged.";
  const code = isTimeout ? "provider_timeout" : "provider_error";
  return new ProviderFault(status, code, message, undefined, headers);
}

function errorIn(text: string): { message?: string; type?: string; code?: string; param?: string } {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    if (typeof error === "string") return { message: error };
    if (typeof error !== "object" || error === null) return {};
    const strings = Object.entries(error).filter(([, value]) => typeof value === "string");
    return Object.fromEntries(strings) as ReturnType<typeof errorIn>;
  } catch {
    return {};
  }
}
