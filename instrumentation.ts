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
}
