import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

/** A process that is kept running. */
export interface ChildSpec {
  name: string;
  /** Options and script for Node.js. */
  script: readonly string[];
  env: NodeJS.ProcessEnv;
  /** The folder for its log; null to write where the supervisor writes. */
  logs: string | null;
  /** How long it may take to end after it was told to. */
  graceMs: number;
  onPid: (pid: number | undefined) => void;
  /** It ended so often right after its start that somebody should look. It is tried again all the same. */
  onHopeless: () => void;
}

/** So many ends in a row, right after the start, do not mend themselves. */
export const HOPELESS = 4;

const LONGEST_PAUSE_MS = 1_500;
// Who lived as long as this did not fail at the start.
const HEALTHY_MS = 5_000;
const LOG_BYTES = 5_000_000;

/** Starts a process and starts it again, after a pause that grows, whenever it ends. It learns of our own end by its channel. */
export class Child {
  private process: ChildProcess | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isStopping = false;
  private failures = 0;

  constructor(private readonly spec: ChildSpec) {
    this.start();
  }

  get name(): string {
    return this.spec.name;
  }

  /** Times in a row that it ended soon after its start. */
  get failed(): number {
    return this.failures;
  }

  private start(): void {
    const { name, script, env, logs } = this.spec;
    const began = Date.now();
    const output = logs === null ? null : openSync(rotated(join(logs, `${name}.log`)), "a", 0o600);
    // A group of its own: Ctrl-C is for the supervisor, who ends the others in order.
    const child = spawn(process.execPath, [...script], {
      env: { ...env, ECU_PROCESS: name },
      stdio: ["ignore", output ?? "inherit", output ?? "inherit", "ipc"],
      detached: true,
    });
    if (output !== null) closeSync(output);
    this.process = child;
    this.spec.onPid(child.pid);
    child.once("error", () => undefined);
    child.once("exit", () => {
      this.process = undefined;
      this.spec.onPid(undefined);
      if (this.isStopping) return;
      this.failures = Date.now() - began > HEALTHY_MS ? 0 : this.failures + 1;
      if (this.failures === HOPELESS) this.spec.onHopeless();
      this.timer = setTimeout(() => this.start(), Math.min(LONGEST_PAUSE_MS, 100 * 2 ** this.failures));
    });
  }

  /** Tells it to end and waits; ends it by force after its time, or at once. */
  async stop(isUrgent = false): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.timer);
    const child = this.process;
    if (!child) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill(isUrgent ? "SIGKILL" : "SIGTERM");
    const force = setTimeout(() => child.kill("SIGKILL"), this.spec.graceMs);
    await ended;
    clearTimeout(force);
  }
}

function rotated(path: string): string {
  if (existsSync(path) && statSync(path).size > LOG_BYTES) renameSync(path, `${path}.1`);
  return path;
}
