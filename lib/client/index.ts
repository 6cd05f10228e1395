import createClient, { type Client } from "openapi-fetch";
import { retryingFetch, type RetryOptions } from "./retry";
import type { paths } from "./schema";

export { dataOf, EcuProblem } from "./problem";

/** The API with its types: `ecu.POST("/api/v1/estimates", { body })` answers `data`, or `error` with a problem. */
export type EcuClient = Client<paths>;

/** Where Ecu is, and who calls. */
export interface EcuClientOptions extends RetryOptions {
  baseUrl: string;
  /** `ecu_…` of an account or `ecup_…` of the platform. */
  apiKey: string;
  /** The account to act on; with a platform key. */
  account?: string;
}

/**
 * A client of the API for a service of yours. It tries again when there was no answer, and each POST has one effect: its Idempotency-Key, made once
 * for a call unless you give your own, stays the same.
 */
export function createEcuClient({ baseUrl, apiKey, account, ...retry }: EcuClientOptions): EcuClient {
  return createClient<paths>({
    baseUrl,
    headers: { authorization: `Bearer ${apiKey}`, ...(account !== undefined && { "ecu-account": account }) },
    fetch: retryingFetch(retry),
  });
}
