/** A request of the API as it came. */
export interface Incoming {
  method: string;
  path: string;
  /** The values of the `:names` in the path. */
  names: Record<string, string>;
  input: Record<string, unknown>;
  authorization: string | undefined;
  /** The idempotency key, which counts for writes only. */
  key: string | null;
  version: string | undefined;
  requestId: string;
}
