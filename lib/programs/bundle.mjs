// What runs beside Next (worker, sandboxes, commands) as JavaScript that is read in one go: translating its hundreds of sources one by one costs every start two
// seconds more. JavaScript itself, because the first programs are bundled before TypeScript can run.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";

export const root = dirname(createRequire(import.meta.url).resolve("#package"));

/** @type {import("./bundle.d.mts").PROGRAMS} */
export const PROGRAMS = [
  "lib/backoffice/torture/replay.ts",
  "lib/cli/ecu.ts",
  "lib/cli/start.ts",
  "lib/cli/start/fill-process.ts",
  "lib/sandbox/mailbox/main.ts",
  "lib/sandbox/provider/main.ts",
  "lib/sandbox/stripe/main.ts",
  "lib/worker/main.ts",
];

/** @type {import("./bundle.d.mts").bundle} */
export async function bundle(entry) {
  const folder = join(root, ".cache/programs", entry.replace(/\.ts$/, "").replaceAll("/", "-"));
  // Not `build`, which leaves a process behind.
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    tsconfig: join(root, "tsconfig.json"),
    bundle: true,
    // What is imported when it is needed stays apart.
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: true,
    write: false,
    logLevel: "silent",
  });
  await mkdir(folder, { recursive: true });
  const program = join(folder, basename(entry).replace(/\.ts$/, ".mjs"));
  const isProgram = (/** @type {{ path: string }} */ { path }) => path === program;
  // Its parts are there before the program that names them.
  for (const file of [...outputFiles].sort((one, other) => Number(isProgram(one)) - Number(isProgram(other))))
    await replace(file.path, file.contents);
  return program;
}

/** @type {import("./bundle.d.mts").commandOf} */
export async function commandOf(entry) {
  return ["--enable-source-maps", await bundle(entry)];
}

/** @type {import("./bundle.d.mts").run} */
export async function run(entry) {
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(await bundle(entry)).href);
}

/**
 * Others may read the file now: it is whole at any time. What is the same is not written, so that programs of an image run where nothing can be.
 * @param {string} path @param {Uint8Array} contents
 */
async function replace(path, contents) {
  const before = await readFile(path).catch(() => null);
  if (before?.equals(contents)) return;
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, contents);
  await rename(draft, path);
}
