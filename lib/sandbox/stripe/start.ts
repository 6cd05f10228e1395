import type { AddressInfo } from "node:net";
import { randomLetters } from "./store/ids";
import { resources } from "./resources";
import { RunningSandbox } from "./running-sandbox";
import { appOf, listenTo } from "./server/serve";
import { setEndpoint } from "./events/set-endpoint";

export interface StripeSandbox {
  /** `http://127.0.0.1:<port>`, for API, hosted pages and dashboard. */
  url: string;
  port: number;
  /** A key that it accepts; any other test key does as well. */
  secretKey: string;
  close(): Promise<void>;
}

/**
 * A stand-in for Stripe that listens on 127.0.0.1 and talks to the unmodified `stripe` package.
 * @param options.port 0 or none for any free one
 * @param options.folder where its state is kept over restarts; null keeps it in memory
 * @param options.webhook an endpoint that gets every event
 */
export async function startStripeSandbox(options: {
  port?: number;
  folder: string | null;
  webhook?: { url: string; secret: string };
}): Promise<StripeSandbox> {
  const sandbox = new RunningSandbox(options.folder, resources);
  if (options.webhook) setEndpoint(sandbox, options.webhook.url, options.webhook.secret);
  const server = await listenTo(appOf(sandbox), options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  sandbox.url = `http://127.0.0.1:${port}`;
  sandbox.start();
  return {
    url: sandbox.url,
    port,
    secretKey: `sk_test_sandbox${randomLetters(24)}`,
    close: () =>
      new Promise((closed) => {
        sandbox.close();
        server.close(() => closed());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
