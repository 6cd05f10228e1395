import { startStripeSandbox } from "./start";

/**
 * A stand-in for Stripe, for trying Ecu without a key: no real money. `STRIPE_SANDBOX_PORT`, `STRIPE_SANDBOX_DIR`;
 * `STRIPE_SANDBOX_WEBHOOK_URL` and `STRIPE_SANDBOX_WEBHOOK_SECRET` name an endpoint that gets every event.
 */
async function main(): Promise<void> {
  const { STRIPE_SANDBOX_WEBHOOK_URL: url, STRIPE_SANDBOX_WEBHOOK_SECRET: secret } = process.env;
  await startStripeSandbox({
    port: Number(process.env.STRIPE_SANDBOX_PORT ?? 2590),
    folder: process.env.STRIPE_SANDBOX_DIR ?? ".ecu/stripe",
    webhook: url && secret ? { url, secret } : undefined,
  });
  for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.once(signal, () => process.exit(0));
}

try {
  await main();
} catch (error) {
  console.error(`stripe sandbox: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
