import pg from "pg";

// Credits are bigint, never a float: int8 arrives as bigint, numeric as text (the caller knows its scale), dates as text.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, BigInt);
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);

/** Settings that every connection to the database shares. */
export function connectionConfig(connectionString: string) {
  return {
    connectionString,
    types,
    application_name: "ecu",
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  };
}

/** A fault of the connection and not of the statement: the same call may succeed a moment later. */
export function isUnavailable(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|ENOENT|08|57P0|53)/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(String(error))
  );
}
