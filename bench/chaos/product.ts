import { type ChildProcess, spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import getPort from "get-port";

const DATA_DIR = ".cache/chaos";
const START_LIMIT_MS = 300_000;

/** The product under fire: two web and two worker processes and its PostgreSQL, as `npm start` runs them. */
export interface Product {
  urls: string[];
  databaseUrl: string;
  /** The stand-in for Stripe, which is killed like the others. */
  stripeUrl: string;
  /** The stand-in for a provider of models, too. */
  providerUrl: string;
  /** Names and process ids of what runs now. */
  processes(): Promise<[name: string, pid: number][]>;
  /** True when every process answers. */
  whole(): Promise<boolean>;
  stop(): Promise<void>;
}

export async function startProduct(): Promise<Product> {
  await rm(DATA_DIR, { recursive: true, force: true });
  const port = await getPort({ port: [3300, 3310, 3320, 3330] });
  const { DATABASE_URL: _foreign, ...inherited } = process.env;
  const settings = {
    ECU_DATA_DIR: DATA_DIR,
    PORT: String(port),
    ECU_DEMO: "false",
    ECU_WEB_PROCESSES: "2",
    ECU_WORKER_PROCESSES: "2",
    LOG_LEVEL: "fatal",
  };
  const supervisor = spawn(process.execPath, ["lib/cli/start.mjs"], {
    env: { ...inherited, ...settings },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const {
    urls,
    database_url: databaseUrl,
    stripe_sandbox_url: stripeUrl,
    provider_sandbox_url: providerUrl,
  } = await demoFile(supervisor);
  const sandboxes = [stripeUrl, providerUrl].map((url) => `${url}/_sandbox/health`);
  const doors = [...urls.map((url) => `${url}/api/health`), ...sandboxes];
  const whole = async () => (await Promise.all(doors.map(answers))).every(Boolean);
  await until(whole, START_LIMIT_MS, "the product is healthy");
  return { urls, databaseUrl, stripeUrl, providerUrl, processes, whole, stop: () => end(supervisor) };
}

interface DemoFile {
  urls: string[];
  database_url: string;
  stripe_sandbox_url: string;
  provider_sandbox_url: string;
}

async function demoFile(supervisor: ChildProcess): Promise<DemoFile> {
  let found: DemoFile | null = null;
  const look = async () => {
    if (supervisor.exitCode !== null) throw new Error("`npm start` ended before the product was up");
    const text = await readFile(`${DATA_DIR}/demo.json`, "utf8").catch(() => "{}");
    const file = JSON.parse(text) as Partial<DemoFile>;
    const { urls, database_url, stripe_sandbox_url, provider_sandbox_url } = file;
    if (urls && database_url && stripe_sandbox_url && provider_sandbox_url)
      found = { urls, database_url, stripe_sandbox_url, provider_sandbox_url };
    return found !== null;
  };
  await until(look, START_LIMIT_MS, "npm start wrote demo.json");
  if (!found) throw new Error("demo.json is incomplete");
  return found;
}

async function processes(): Promise<[string, number][]> {
  const text = await readFile(`${DATA_DIR}/processes.json`, "utf8").catch(() => "{}");
  return Object.entries(JSON.parse(text) as Record<string, number>).filter(([name]) =>
    /^(web|worker|postgres|stripe|provider)/.test(name),
  );
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
  await response?.body?.cancel();
  return response?.status === 200;
}

async function end(supervisor: ChildProcess): Promise<void> {
  if (supervisor.exitCode !== null) return;
  const gone = new Promise((resolve) => supervisor.once("exit", resolve));
  supervisor.kill("SIGTERM");
  await Promise.race([gone, wait(45_000)]);
  if (supervisor.exitCode === null) supervisor.kill("SIGKILL");
}

/** Looks again and again until it is so. @throws Error after the limit. */
export async function until(look: () => Promise<boolean>, limitMs: number, what: string): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`waited ${limitMs / 1_000} s in vain: ${what}`);
    await wait(50);
  }
}
