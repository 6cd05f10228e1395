// npm leaves packages for other systems out of the lockfile when it cannot see them, and `npm ci` then refuses the lockfile.
// https://github.com/npm/cli/issues/4828
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./prepare.mjs";

const SYSTEMS = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const PROCESSORS = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/** Puts every optional dependency that is missing from the lockfile into it, by the version that its dependant names. */
export function completeLockfile() {
  const path = join(root, "package-lock.json");
  const lock = JSON.parse(readFileSync(path, "utf8"));
  const missing = new Map();
  for (const [dependant, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isFound(lock.packages, dependant, name) && /^[\d.]+(-[\w.]+)?$/.test(version))
        missing.set(name, { version, dev: entry.dev });
    }
  }
  if (missing.size === 0) return;
  for (const [name, { version, dev }] of missing)
    lock.packages[`node_modules/${name}`] = entryFor(name, version, dev);
  const { "": project, ...others } = lock.packages;
  const sorted = Object.entries(others).sort(([a], [b]) => a.localeCompare(b, "en"));
  lock.packages = { "": project, ...Object.fromEntries(sorted) };
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}

/** As Node.js looks for it: beside the dependant, then further up. @param {Record<string, object>} packages @param {string} dependant @param {string} name */
function isFound(packages, dependant, name) {
  for (let at = dependant; ;) {
    if (packages[at ? `${at}/node_modules/${name}` : `node_modules/${name}`]) return true;
    if (!at) return false;
    const end = at.lastIndexOf("/node_modules/");
    at = end < 0 ? "" : at.slice(0, end);
  }
}

/** @param {string} name @param {string} version @param {boolean | undefined} dev */
function entryFor(name, version, dev) {
  const words = name.split(/[/-]/);
  const cpu = PROCESSORS.filter((each) => words.includes(each));
  const os = cpu.includes("wasm32") ? [] : SYSTEMS.filter((each) => words.includes(each));
  const libc = words.some((each) => each.startsWith("musl"))
    ? ["musl"]
    : words.some((each) => each.startsWith("gnu"))
      ? ["glibc"]
      : [];
  return {
    version,
    ...(cpu[0] && { cpu }),
    ...(dev && { dev }),
    ...(libc[0] && { libc }),
    optional: true,
    ...(os[0] && { os }),
  };
}
