import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import getPort from "get-port";
import { createKey } from "@/lib/accounts/keys";
import { build, staleBuild } from "@/lib/cli/start/build";
import { recordUsage } from "@/lib/metering/record";
import { systemContext } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { until } from "./chaos/product";
import type { BenchDatabase } from "./database";
import { atLeast, count, type Measure } from "./report";
import { load, richAccount } from "./work";

const BATCH = 1_000;
const CALLERS = 4;

/** Batches of a thousand events through the built console's HTTP door, next to the same in this process. */
export async function benchHttp({ appUrl }: BenchDatabase, seconds: number): Promise<Measure> {
  process.env.NEXTAUTH_SECRET ??= randomBytes(32).toString("base64url");
  const inside = systemContext(await richAccount(), "bench");
  const outside = systemContext(await richAccount(), "bench");
  const { key } = await createKey(outside, { name: "Bench", scopes: ["usage:write"] });
  const web = await startWeb(appUrl);
  try {
    const send = () => postEvents(web.url, key);
    await load(CALLERS, 2, send);
    await load(CALLERS, 1, () => recordUsage(inside, events()));
    const http = await load(CALLERS, seconds, send);
    const here = await load(CALLERS, seconds, () => recordUsage(inside, events()));
    const figures = `${count(http.perSecond * BATCH)} to ${count(here.perSecond * BATCH)} events`;
    return atLeast(
      "usage events through HTTP, batches of 1,000, to in process",
      http.perSecond / here.perSecond,
      0.5,
      "%",
      figures,
    );
  } finally {
    web.stop();
  }
}

function events(): unknown[] {
  const call = {
    model: "gpt-4o",
    operation: "chat",
    feature: "model_inference",
    input_tokens: 1_204,
    output_tokens: 310,
  };
  return Array.from({ length: BATCH }, () => ({ id: newId(), ...call }));
}

async function postEvents(url: string, key: string): Promise<void> {
  const response = await fetch(`${url}/api/v1/usage-events`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ events: events() }),
  });
  const text = await response.text();
  if (response.status !== 207)
    throw new Error(`the events were answered with ${response.status}: ${text.slice(0, 300)}`);
}

/** Builds the console if what stands there was made of other sources: an old one would not know the database of today. */
export async function buildConsole(): Promise<void> {
  const sources = await staleBuild();
  if (sources === null) return;
  console.error("Building the console");
  await mkdir(".cache", { recursive: true });
  await build(sources, process.env, ".cache/bench-build.log", () => undefined);
}

/** The built console on a port of its own. */
export async function startWeb(
  databaseUrl: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ url: string; stop(): void }> {
  const port = await getPort();
  const url = `http://localhost:${port}`;
  const settings = {
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: url,
    PORT: String(port),
    ...more,
  } as const;
  const web = spawn(process.execPath, ["lib/cli/web.mjs"], {
    // Its log of requests would bury the figures.
    env: { LOG_LEVEL: "warn", ...process.env, ...settings },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const healthy = async () => {
    if (web.exitCode !== null) throw new Error("the web process ended");
    const response = await fetch(`${url}/api/health`).catch(() => null);
    return response?.status === 200;
  };
  await until(healthy, 60_000, "the web process is healthy");
  return { url, stop: () => void web.kill() };
}
