import { resources } from "../resources";
import { type StripeSandbox, startStripeSandbox } from "../start";
import { API_VERSION } from "../version";
import { Conformance } from "./conformance";
import type { SeenCall } from "../control/calls";

let conformance: Conformance | undefined;

/**
 * A sandbox for tests that keeps what it was asked and what it answered. `close` looks at all of it, and at every event
 * that came about, and fails where anything differs from the declarations of the installed SDK.
 */
export async function startCheckedSandbox(
  options: Partial<Parameters<typeof startStripeSandbox>[0]> = {},
): Promise<StripeSandbox> {
  const sandbox = await startStripeSandbox({ folder: null, ...options });
  return {
    ...sandbox,
    close: async () => {
      await listEvents(sandbox);
      const calls = (await (await fetch(`${sandbox.url}/_sandbox/calls`)).json()) as { calls: SeenCall[] };
      await sandbox.close();
      const faults = new Set(calls.calls.flatMap((call) => checker().faultsOf(call)));
      if (faults.size > 0)
        throw new Error(`the sandbox differs from Stripe's declarations:\n${[...faults].join("\n")}`);
    },
  };
}

/** The schemas of all routes; made once in a process. */
export function checker(): Conformance {
  return (conformance ??= new Conformance(resources.flatMap(({ routes = [] }) => routes)));
}

/** Events are answers too, once somebody asks for them. */
async function listEvents({ url, secretKey }: StripeSandbox): Promise<void> {
  await fetch(`${url}/_sandbox/faults`, { method: "DELETE" });
  let after = "";
  for (;;) {
    const page = await fetch(`${url}/v1/events?limit=100${after}`, {
      headers: { authorization: `Bearer ${secretKey}`, "stripe-version": API_VERSION },
    });
    const { data, has_more: more } = (await page.json()) as { data: { id: string }[]; has_more: boolean };
    after = `&starting_after=${data.at(-1)?.id ?? ""}`;
    if (!more) return;
  }
}
