import type { World } from "../world";
import { createEndpoint } from "./webhook-endpoints";

const ID = "we_1FromTheEnvironment0000";

/** The endpoint that the environment names: the same one at each start, with the address and secret of now. */
export function setEndpoint(world: World, url: string, secret: string): void {
  const description = "Named by whoever started the sandbox";
  world.transact((tx) => createEndpoint(tx, ID, { url, description, enabled_events: ["*"] }, secret));
}
