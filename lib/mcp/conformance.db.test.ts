import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { POST } from "@/app/api/mcp/route";
import { createKey } from "@/lib/accounts/keys";
import { testPerson } from "@/lib/testing/people";
import { type Served, serve } from "@/lib/testing/serve";

const PROGRAM = resolve("node_modules/@modelcontextprotocol/conformance/dist/index.js");

let served: Served;
beforeAll(async () => {
  const { key } = await createKey((await testPerson()).ctx, { name: "agent", scopes: ["account:read"] });
  // The program has no keys: what it sends gets one on its way.
  const withKey = async (request: Request) => {
    const headers = new Headers(request.headers);
    headers.set("authorization", `Bearer ${key}`);
    return POST(new Request(request.url, { method: "POST", headers, body: await request.text() }));
  };
  served = await serve({ "POST /api/mcp": Object.assign(withKey, { endpoint: POST.endpoint }) });
});
afterAll(() => served.close());

// The others want prompts, resources, sampling, or tools that answer with pictures, which a ledger has none of.
it.each(["server-initialize", "ping", "tools-list", "dns-rebinding-protection"])(
  "passes the protocol's own test %s",
  async (scenario) => {
    const cwd = await mkdtemp(join(tmpdir(), "ecu-conformance-"));
    const url = served.url.replace("127.0.0.1", "localhost");
    const run = promisify(execFile)(
      process.execPath,
      [PROGRAM, "server", "--url", `${url}/api/mcp`, "--scenario", scenario],
      { cwd, timeout: 60_000 },
    );
    const { stdout } = await run;
    expect(stdout).toContain("Passed: ");
    expect(stdout).toMatch(/0 failed/);
  },
);
