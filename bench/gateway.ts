import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import getPort from "get-port";
import { createKey } from "@/lib/accounts/keys";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { commandOf } from "@/lib/programs/bundle.mjs";
import { systemContext } from "@/lib/values/context";
import { until } from "./chaos/product";
import type { BenchDatabase } from "./database";
import { startWeb } from "./http";
import { atMost, type Measure } from "./report";
import { richAccount } from "./work";

const CHAT = {
  model: "openai/gpt-4o-mini",
  max_tokens: 64,
  messages: [{ role: "user", content: "Write 16 tokens about rivers." }],
};
const WARM_UP = 100;

interface Door {
  url: string;
  key: string;
}

/** What the gateway adds to a call: the provider sandbox called through the built console, and directly, in turns. */
export async function benchGateway({ appUrl }: BenchDatabase, seconds: number): Promise<Measure[]> {
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString("base64url");
  await ensureDefaultRateCard();
  const ctx = systemContext(await richAccount(), "bench");
  const { key } = await createKey(ctx, { name: "Bench", scopes: ["usage:write"] });
  const provider = await startProvider();
  const web = await startWeb(appUrl, { PROVIDER_BASE_URL: provider.url, PROVIDER_API_KEY: provider.key });
  const through = { url: `${web.url}/api/gateway/v1`, key };
  try {
    return [
      ...(await compare("a chat", "whole", through, provider, seconds, whole)),
      ...(await compare("a chat", "to its first chunk", through, provider, seconds, firstChunk)),
    ];
  } finally {
    web.stop();
    await provider.stop();
  }
}

/** Calls in turns, so that both see the machine as it is; how much longer the one takes than the other. */
async function compare(
  work: string,
  part: string,
  through: Door,
  direct: Door,
  seconds: number,
  call: (door: Door) => Promise<number>,
): Promise<Measure[]> {
  for (let count = 0; count < WARM_UP; count++) await Promise.all([call(through), call(direct)]);
  const times: { through: number[]; direct: number[] } = { through: [], direct: [] };
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end) {
    times.through.push(await call(through));
    times.direct.push(await call(direct));
  }
  return ([50, 99] as const).map((percent) => {
    const [long, short] = [at(times.through, percent), at(times.direct, percent)];
    const figures = `${long.toFixed(1)} ms to ${short.toFixed(1)} ms, of ${times.through.length} calls`;
    const gate = GATES_MS[percent];
    return atMost(
      `${work} through the gateway, ${part}: added, p${percent}`,
      long - short,
      gate,
      " ms",
      figures,
    );
  });
}

const GATES_MS = { 50: 50, 99: 250 } as const;

function at(times: readonly number[], percent: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

async function whole(door: Door): Promise<number> {
  const begun = performance.now();
  const response = await ask(door, false);
  await response.text();
  return performance.now() - begun;
}

async function firstChunk(door: Door): Promise<number> {
  const begun = performance.now();
  const response = await ask(door, true);
  const reader = response.body?.getReader();
  await reader?.read();
  const took = performance.now() - begun;
  while (!(await reader?.read())?.done);
  return took;
}

async function ask({ url, key }: Door, stream: boolean): Promise<Response> {
  const response = await fetch(`${url}/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ ...CHAT, stream }),
  });
  if (!response.ok) throw new Error(`a chat was answered with ${response.status}: ${await response.text()}`);
  return response;
}

async function startProvider(): Promise<Door & { stop(): Promise<void> }> {
  const [port, folder] = [await getPort(), await mkdtemp(join(tmpdir(), "ecu-bench-provider-"))];
  const [url, key] = [`http://127.0.0.1:${port}/v1`, `sk-bench-${randomBytes(12).toString("hex")}`];
  const settings = {
    PROVIDER_SANDBOX_PORT: String(port),
    PROVIDER_SANDBOX_DIR: folder,
    PROVIDER_SANDBOX_KEY: key,
  };
  const child = spawn(process.execPath, await commandOf("lib/sandbox/provider/main.ts"), {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const listening = async () =>
    (await fetch(`${url}/models`, { headers: { authorization: `Bearer ${key}` } }).catch(() => null))?.ok ??
    false;
  await until(listening, 60_000, "the provider sandbox listens");
  return {
    ...{ url, key },
    stop: async () => {
      child.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
