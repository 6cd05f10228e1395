import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import getPort from "get-port";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { commandOf } from "@/lib/programs/bundle.mjs";
import type { Sums } from "../control/sums";
import { startProviderSandbox } from "../start";
import { clientOf, control } from "../testing";
import type { Generation } from "./generation";

const KEY = "sk-sandbox-killed";
const ASK = {
  model: "gpt-4o-mini",
  messages: [{ role: "user" as const, content: "Write 40 tokens on tides." }],
};
let folder: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "provider-sandbox-"));
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

/** The program that `npm start` runs. */
async function program(port: number): Promise<ChildProcess> {
  const own = {
    PROVIDER_SANDBOX_PORT: String(port),
    PROVIDER_SANDBOX_DIR: folder,
    PROVIDER_SANDBOX_KEY: KEY,
    PROVIDER_SANDBOX_TOKEN_MS: "2",
  };
  child = spawn(process.execPath, await commandOf("lib/sandbox/provider/main.ts"), {
    env: { ...process.env, ...own },
    stdio: "ignore",
  });
  const health = async () => expect((await fetch(`http://127.0.0.1:${port}/_sandbox/health`)).ok).toBe(true);
  await vi.waitFor(health, { timeout: 20_000, interval: 100 });
  return child;
}

it("has billed every token that anybody got, after kill -9 among streams", async () => {
  const port = await getPort();
  const running = await program(port);
  const client = clientOf({ url: `http://127.0.0.1:${port}/v1`, apiKey: KEY });
  const got = new Map<string, number>();
  const whole = new Set<string>();
  const read = async (): Promise<void> => {
    for (;;) {
      const stream = await client.chat.completions.create({ ...ASK, stream: true });
      for await (const { id, choices } of stream) {
        if (choices[0]?.delta.content) got.set(id, (got.get(id) ?? 0) + 1);
        if (choices[0]?.finish_reason) whole.add(id);
      }
    }
  };
  const clients = Array.from({ length: 6 }, () => read().catch(() => undefined));
  await vi.waitFor(() => expect(whole.size).toBeGreaterThan(20), { timeout: 20_000 });
  running.kill("SIGKILL");
  await Promise.all([once(running, "exit"), ...clients]);

  const sandbox = await startProviderSandbox({ folder, apiKey: KEY });
  const { calls } = await control<{ calls: Generation[] }>(sandbox, "/calls");
  const cut = calls.filter(({ state }) => state === "cut");
  expect(cut.length).toBeGreaterThan(0);
  expect(calls.map(({ id }) => id)).toEqual(expect.arrayContaining([...got.keys()]));
  for (const { id, state, completionTokens } of calls) {
    expect(completionTokens).toBeGreaterThanOrEqual(got.get(id) ?? 0);
    if (whole.has(id)) expect([state, completionTokens]).toEqual(["finished", 40]);
  }
  await sandbox.close();
}, 60_000);

it("adds up to the same after a restart, and leaves out a last line that was torn", async () => {
  const first = await startProviderSandbox({ folder });
  await clientOf(first).chat.completions.create(ASK);
  const stream = await clientOf(first, { apiKey: "sk-own-kept" }).chat.completions.create({
    ...ASK,
    stream: true,
  });
  for await (const { id } of stream) expect(id).toMatch(/^gen-/);
  const sums = await control<{ keys: Record<string, Sums>; total: Sums }>(first, "/sums");
  expect(sums.total).toMatchObject({ calls: 2, completionTokens: 80 });
  await first.close();
  appendFileSync(join(folder, "generations.jsonl"), '["gen-1-torn","tok');
  for (const _ of ["once", "twice"]) {
    const again = await startProviderSandbox({ folder });
    expect(await control(again, "/sums")).toEqual(sums);
    await again.close();
  }
});

it("tells people what it is, and what was called, without the keys", async () => {
  const sandbox = await startProviderSandbox({ folder: null });
  const origin = new URL("/", sandbox.url);
  expect(await (await fetch(origin)).text()).toContain("no calls yet");
  await clientOf(sandbox, { apiKey: "sk-own-0123456789abcdef" }).chat.completions.create(ASK);
  const response = await fetch(origin);
  const text = await response.text();
  expect(text).toContain("gpt-4o-mini");
  expect(text).not.toContain("sk-own-0123456789abcdef");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  const foreign = { method: "POST", headers: { origin: "https://example.com" }, body: "{}" };
  expect((await fetch(new URL("/_sandbox/slow", origin), foreign)).status).toBe(403);
  await sandbox.close();
});
