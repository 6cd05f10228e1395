import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import getPort from "get-port";
import { z } from "zod";
import type { Installation } from "./made-pages";

const START_LIMIT_MS = 600_000;

const Demo = z.object({
  accounts: z.array(z.object({ id: z.string(), name: z.string() })),
  platform_key: z.string(),
  users: z.array(z.object({ email: z.string(), password: z.string(), role: z.string() })),
});

/** What the pictures are taken of: an address, and who may sign in there. */
export interface Shown {
  url: string;
  made: Installation;
  users: z.output<typeof Demo>["users"];
  stop(): Promise<void>;
}

/** Starts the product with its demo, or looks at one that runs: `running` names its address and its `demo.json`. */
export async function showProduct(running: { url: string; demo: string } | null): Promise<Shown> {
  if (running) return { url: running.url, ...(await readDemo(running.demo)), stop: async () => undefined };
  const folder = ".cache/gallery-data";
  const port = String(await getPort({ host: "127.0.0.1" }));
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: port, HOST: "127.0.0.1", ECU_DATA_DIR: folder, NEXTAUTH_URL: url };
  const child = spawn(process.execPath, ["lib/cli/start.mjs"], {
    env,
    stdio: ["ignore", "inherit", "inherit"],
  });
  await ready(url, child);
  return { url, ...(await readDemo(`${folder}/demo.json`)), stop: () => stopped(child) };
}

async function readDemo(file: string): Promise<Pick<Shown, "users" | "made">> {
  const { users, accounts, platform_key } = Demo.parse(JSON.parse(await readFile(file, "utf8")));
  // Of the accounts that the first owner has, the one that they look at.
  const account = accounts.find(({ name }) => name === "Acme Research") ?? accounts[0];
  if (!account) throw new Error("the demo has no account");
  return { users, made: { account: account.id, platformKey: platform_key } };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`);
    const health = await fetch(`${url}/api/health`).catch(() => null);
    if (health?.ok) return;
    await wait(500);
  }
  throw new Error("the product was not ready within ten minutes");
}

async function stopped(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}
