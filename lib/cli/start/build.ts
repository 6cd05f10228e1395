import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { StartFault } from "./fault";
import { readJson, writeJson } from "./files";

const STAMP = ".next/ecu-build.json";
const SOURCES = ["app", "components", "lib", "public"];
const FILES = [
  "next.config.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "tsconfig.json",
  "package-lock.json",
];
// What the console is not made of.
const OTHER = /^lib\/(cli|worker|sandbox|testing|db\/generated)(\/|$)|\.test\.tsx?$|\.md$/;

/** What the console is made of, as a hash, if it has not been built from that. */
export async function staleBuild(): Promise<string | null> {
  const wanted = await hashOfSources();
  const built = z.object({ sources: z.string() }).safeParse(readJson(STAMP)).data;
  return built?.sources === wanted && existsSync(".next/BUILD_ID") ? null : wanted;
}

/** Builds the console. @throws StartFault with the end of what the build printed. */
export async function build(
  sources: string,
  env: NodeJS.ProcessEnv,
  log: string,
  onPid: (pid: number | undefined) => void,
): Promise<void> {
  const output = await open(log, "w", 0o600);
  const code = await new Promise<number | null>((resolve, reject) => {
    const own = { ...env, ECU_BUILD_ID: sources };
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      env: own,
      stdio: ["ignore", output.fd, output.fd],
    });
    onPid(child.pid);
    const end = () => child.kill("SIGKILL");
    process.once("exit", end);
    child.once("error", reject);
    child.once("exit", (status) => {
      process.off("exit", end);
      onPid(undefined);
      resolve(status);
    });
  });
  await output.close();
  if (code !== 0)
    throw new StartFault(
      `The console could not be built. The end of ${log}:\n${(await readFile(log, "utf8")).slice(-3_000)}`,
    );
  writeJson(STAMP, { sources });
}

async function hashOfSources(): Promise<string> {
  const found = await Promise.all(SOURCES.map(filesUnder));
  const files = [...found.flat(), ...FILES.filter(existsSync)].filter((file) => !OTHER.test(file)).sort();
  const hash = createHash("sha256").update(process.version);
  for (const file of files) hash.update(`\0${file}\0`).update(await readFile(file));
  return hash.digest("hex");
}

async function filesUnder(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"));
}
