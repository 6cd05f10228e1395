import { spawn } from "node:child_process";

/** How a program ended, and what it printed (unless that went straight to the terminal). */
export interface Ended {
  code: number;
  output: string;
  seconds: number;
}

/** Runs a program to its end. With `show` its output goes to the terminal as it comes. */
export async function run(program: string, options: readonly string[], { show = false, env = {} }: { show?: boolean; env?: NodeJS.ProcessEnv } = {}): Promise<Ended> {
  const started = performance.now();
  const child = spawn(program, options, { stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"], env: { ...process.env, ...env } });
  const output: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => output.push(chunk));
  const code = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => resolve(status ?? 1));
  });
  return { code, output: Buffer.concat(output).toString(), seconds: (performance.now() - started) / 1_000 };
}

/** Runs a program of a dependency by its file, so that no shell and no package runner stands between. */
export function runTool(file: string, options: readonly string[], settings?: { show?: boolean; env?: NodeJS.ProcessEnv }): Promise<Ended> {
  return run(process.execPath, [`node_modules/${file}`, ...options], settings);
}
