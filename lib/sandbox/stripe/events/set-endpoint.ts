import type { Sandbox } from "../sandbox";

const ID = "we_1FromTheEnvironment0000";

/** The endpoint that the environment names: the same one at each start, with the address and secret of now. */
export function setEndpoint(sandbox: Sandbox, url: string, secret: string): void {
  sandbox.transact((tx) => {
    const created = tx.get("webhook_endpoint", ID)?.created ?? tx.now;
    tx.put("webhook_endpoint", {
      id: ID,
      object: "webhook_endpoint",
      api_version: null,
      application: null,
      created,
      description: "Named by whoever started the sandbox",
      enabled_events: ["*"],
      livemode: false,
      metadata: {},
      status: "enabled",
      url,
    });
    tx.remember("_secret", ID, { secret });
  });
}
