import { startProviderSandbox } from "./start";

/**
 * A stand-in for a provider of models, for trying Ecu without a key: no real money. `PROVIDER_SANDBOX_PORT`,
 * `PROVIDER_SANDBOX_DIR`; `PROVIDER_SANDBOX_KEY` is the key to let in, `PROVIDER_SANDBOX_TOKEN_MS` how long a token takes.
 */
async function main(): Promise<void> {
  const {
    PROVIDER_SANDBOX_PORT: port = "2690",
    PROVIDER_SANDBOX_DIR: folder = ".ecu/provider",
    PROVIDER_SANDBOX_KEY: apiKey,
    PROVIDER_SANDBOX_TOKEN_MS: tokenMs = "0",
  } = process.env;
  await startProviderSandbox({ port: Number(port), folder, apiKey, tokenMs: Number(tokenMs) });
  for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.once(signal, () => process.exit(0));
}

try {
  await main();
} catch (error) {
  console.error(`provider sandbox: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
