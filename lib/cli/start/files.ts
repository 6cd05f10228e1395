import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** What `npm start` keeps in the data directory. */
export interface Files {
  dataDir: string;
  lock: string;
  secrets: string;
  demo: string;
  /** There while the demo is being made. */
  halfDemo: string;
  processes: string;
  logs: string;
  mailbox: string;
  /** The state of the Stripe sandbox. */
  stripe: string;
  /** What the provider sandbox has generated. */
  provider: string;
}

/** Makes the data directory if it is missing. */
export function filesIn(dataDir: string): Files {
  const root = resolve(dataDir);
  const logs = join(root, "logs");
  mkdirSync(logs, { recursive: true });
  return {
    dataDir: root,
    lock: join(root, "supervisor.json"),
    secrets: join(root, "secrets.json"),
    demo: join(root, "demo.json"),
    halfDemo: join(root, "demo.half"),
    processes: join(root, "processes.json"),
    logs,
    mailbox: join(root, "mailbox"),
    stripe: join(root, "stripe"),
    provider: join(root, "provider"),
  };
}

/** Null when the file is missing or not whole. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** Whole or not at all, and for nobody else's eyes. */
export function writeJson(path: string, value: unknown): void {
  const half = `${path}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(half, path);
}
