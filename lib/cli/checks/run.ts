import { spawn } from "node:child_process";

/** How a program ended, and what it printed (unless that went straight to the terminal). */
export interface Ended {
  code: number;
  output: string;
  seconds: number;
}

interface Settings {
  show?: boolean;
  /** Beside what this process has. */
  env?: Record<string, string>;
}

/** Runs a program to its end. With `show` its output goes to the terminal as it comes. */
export async function run(
  program: string,
  options: readonly string[],
  { show = false, env = {} }: Settings = {},
): Promise<Ended> {
  const started = performance.now();
  const output = show ? "inherit" : "pipe";
  const child = spawn(program, options, {
    stdio: ["ignore", output, output],
    env: { ...process.env, ...env },
  });
  const printed: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => printed.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => printed.push(chunk));
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve(status ?? 1));
  });
  return { code, output: Buffer.concat(printed).toString(), seconds: (performance.now() - started) / 1_000 };
}

/** Runs a program of a dependency by its file, so that no shell and no package runner stands between. */
export function runTool(file: string, options: readonly string[], settings?: Settings): Promise<Ended> {
  return run(process.execPath, [`node_modules/${file}`, ...options], settings);
}
