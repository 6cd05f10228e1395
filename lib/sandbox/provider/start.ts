import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { ProviderSandbox } from "./sandbox";
import { appOf, listenTo } from "./server/serve";

export interface RunningProvider {
  /** `http://127.0.0.1:<port>/v1`: the base URL for a client of OpenAI's API. */
  url: string;
  port: number;
  /** The key of whoever runs the product. Keys that begin with `sk-own-` are let in too, as keys of others. */
  apiKey: string;
  close(): Promise<void>;
}

/**
 * A stand-in for an OpenAI-compatible provider, which listens on 127.0.0.1 and talks to the unmodified `openai` package.
 * @param options.port 0 or none for any free one
 * @param options.folder where its state is kept over restarts; null keeps it in memory
 * @param options.apiKey the key to let in; one is made up without it
 * @param options.tokenMs how long each token takes
 */
export async function startProviderSandbox(options: {
  port?: number;
  folder: string | null;
  apiKey?: string;
  tokenMs?: number;
}): Promise<RunningProvider> {
  const apiKey = options.apiKey ?? `sk-sandbox-${randomBytes(18).toString("hex")}`;
  const sandbox = new ProviderSandbox(options.folder, apiKey, options.tokenMs ?? 0);
  const server = await listenTo(appOf(sandbox), options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    port,
    apiKey,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          sandbox.close();
          closed();
        });
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
