/** An error in the words of OpenAI, which its clients show. */
export interface OpenAiError {
  message: string;
  type: string;
  code: string;
  param: string | null;
}

/** What kind of error a status is, as OpenAI names them. */
export function errorTypeOf(status: number): string {
  if (status === 401) return "authentication_error";
  if (status === 402) return "insufficient_quota";
  if (status === 403) return "permission_error";
  if (status === 429) return "rate_limit_error";
  return status >= 500 ? "server_error" : "invalid_request_error";
}

/** The same fault for clients of both kinds: a problem after RFC 9457, and OpenAI's error in it. */
export function errorOf(status: number, code: string, message: string, param: string | null): OpenAiError {
  return { message, type: errorTypeOf(status), code, param };
}
