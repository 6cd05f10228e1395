/** Next calls this once when a server starts: a faulty environment ends it there, with all faults listed. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env, EnvironmentFault } = await import("@/lib/env");
  try {
    env();
  } catch (error) {
    if (!(error instanceof EnvironmentFault)) throw error;
    console.error(error.message);
    // Next would go on and answer every request with 500.
    process.exit(1);
  }
  const { observe } = await import("@/lib/web/observe");
  observe();
}

/** What a page or an action threw that nobody expected, into our log: with where it was, and no secrets. */
export async function onRequestError(
  error: unknown,
  request: { path: string; method: string },
  context: { routePath: string; routeType: string },
): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("@/lib/web/log");
  const path = request.path.split("?", 1)[0]?.slice(0, 300);
  log.error({ err: error, method: request.method, path, route: context.routePath }, "a page failed");
}
