/** Next calls this once when a server starts: a faulty environment stops it there, with all faults listed. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("@/lib/env");
  env();
}
