// What must be there before TypeScript can run: the right Node.js, the dependencies, Prisma's client. Needs nothing installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const inRoot = (/** @type {string[]} */ ...parts) => join(root, ...parts);

/** Ends the process when this Node.js is too old. */
export function checkNode() {
  const { engines } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
  const wanted = engines.node
    .replace(/[^\d.]/g, "")
    .split(".")
    .map(Number);
  const found = process.versions.node.split(".").map(Number);
  const isOlder = found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1]);
  if (!isOlder) return;
  console.error(
    `Ecu needs Node.js ${engines.node}; this is ${process.version}. Install a newer one from https://nodejs.org.`,
  );
  process.exit(1);
}

/** Installs the dependencies when they are missing or the lockfile has changed since. */
export function installDependencies() {
  const stamp = inRoot("node_modules", ".ecu-lock");
  const wanted = hashOf(["package-lock.json"]);
  if (readIfThere(stamp) === wanted || isInstalled()) return keep(stamp, wanted);
  say("Installing dependencies (once, about a minute)");
  const npm = process.env.npm_execpath;
  const install = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const [program, ...first] = npm?.endsWith(".js") ? [process.execPath, npm] : ["npm"];
  // `npm start` in production sets NODE_ENV for us; the build needs its tools all the same.
  run(program, [...first, ...install, "--include=dev"], {}, "npm ci failed; what it says is above.");
  keep(stamp, wanted);
}

/** Makes Prisma's client when the schema or the lockfile has changed since. */
export function generateClient() {
  const stamp = inRoot("lib", "db", "generated", ".ecu-schema");
  const wanted = hashOf(["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"]);
  if (readIfThere(stamp) === wanted) return;
  say("Generating the database client");
  const prisma = inRoot("node_modules", "prisma", "build", "index.js");
  // Generating needs no engine, yet Prisma would download one: any existing file keeps it from that.
  const environment = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  };
  run(
    process.execPath,
    [prisma, "generate", "--no-hints"],
    environment,
    "prisma generate failed; what it says is above.",
    true,
  );
  keep(stamp, wanted);
}

/** `npx ecu …` in the project: npm links the commands of dependencies, and not the project's own. */
export function linkCommand() {
  const link = inRoot("node_modules", ".bin", "ecu");
  if (process.platform === "win32" || existsSync(link)) return;
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  chmodSync(inRoot("lib", "cli", "bin.mjs"), 0o755);
  symlinkSync(join("..", "..", "lib", "cli", "bin.mjs"), link);
}

/** Reads `.env` of the project, if there is one. What is in the environment already counts more. */
export function loadEnvironmentFile() {
  if (existsSync(inRoot(".env"))) process.loadEnvFile(inRoot(".env"));
}

// npm keeps a copy of the lockfile in node_modules: a tree that somebody installed with it needs nothing more.
function isInstalled() {
  const there = readIfThere(inRoot("node_modules", ".package-lock.json"));
  if (!there) return false;
  const found = JSON.parse(there).packages;
  const { "": _project, ...wanted } = JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8")).packages;
  // Packages for other systems are optional and not there.
  return Object.entries(wanted).every(([path, { version, optional }]) =>
    found[path] ? found[path].version === version : optional === true,
  );
}

/** @param {string} program @param {string[]} options @param {Record<string, string>} environment @param {string} fault */
function run(program, options, environment, fault, isQuiet = false) {
  const { status, stdout, stderr } = spawnSync(program, options, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: isQuiet ? "pipe" : "inherit",
  });
  if (status === 0) return;
  if (isQuiet) process.stderr.write(Buffer.concat([stdout ?? Buffer.alloc(0), stderr ?? Buffer.alloc(0)]));
  console.error(fault);
  process.exit(1);
}

/** @param {string[]} files */
function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(inRoot(file)));
  return hash.digest("hex");
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** @param {string} path @param {string} text */
function keep(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** @param {string} what */
function say(what) {
  console.log(`… ${what}`);
}
