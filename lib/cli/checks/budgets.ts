import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";

const BUILD = ".next";
const SHELL = 200;
const TABLE_PAGE = 240;
const CHART_PAGE = { first: 210, later: 140 };
/** Pages that draw a chart. */
const CHART_PAGES = ["/usage", "/usage/calls", "/billing/usage"];

const BuildManifest = z.object({ rootMainFiles: z.array(z.string()) });
const Entries = z.object({ entryJSFiles: z.record(z.string(), z.array(z.string())) });
const LazyChunks = z.record(z.string(), z.object({ files: z.array(z.string()) }));

/** The scripts of one page, gzip: what the browser loads before it is usable, what of that every page has, and what comes later. */
interface Weight {
  route: string;
  firstKb: number;
  laterKb: number;
  shellKb: number;
}

export interface Budgets {
  faults: string[];
  summary: string;
}

/** Weighs the client script of each page of the console in the last build against its budget. Without a build there is nothing to weigh. */
export async function budgetFaults(): Promise<Budgets> {
  if (!existsSync(path.join(BUILD, "BUILD_ID")))
    return { faults: [], summary: "not weighed: there is no build" };
  const pages = (await weighPages()).filter(({ shellKb }) => shellKb > 0);
  const shell = Math.max(...pages.map(({ shellKb }) => shellKb));
  const faults = [...over("the shell", shell, SHELL), ...pages.flatMap(faultsOf)];
  const list = pages.map(
    ({ route, firstKb, laterKb }) =>
      `${route} ${firstKb.toFixed(0)}${laterKb > 0 ? ` + ${laterKb.toFixed(0)}` : ""}`,
  );
  return { faults, summary: `kB of script: shell ${shell.toFixed(0)}, ${list.join(", ")}` };
}

function faultsOf({ route, firstKb, laterKb }: Weight): string[] {
  if (!CHART_PAGES.includes(route)) return over(route, firstKb, TABLE_PAGE);
  return [...over(route, firstKb, CHART_PAGE.first), ...over(`${route}, later`, laterKb, CHART_PAGE.later)];
}

function over(what: string, kilobytes: number, limit: number): string[] {
  return kilobytes > limit
    ? [
        `${what} has ${kilobytes.toFixed(1)} kB of script, ${(kilobytes - limit).toFixed(1)} over its budget of ${limit}`,
      ]
    : [];
}

async function weighPages(): Promise<Weight[]> {
  const { rootMainFiles } = BuildManifest.parse(
    JSON.parse(await readFile(path.join(BUILD, "build-manifest.json"), "utf8")),
  );
  const folder = path.join(BUILD, "server", "app");
  const files = await readdir(folder, { recursive: true });
  const pages = files.filter((file) => file.endsWith("page_client-reference-manifest.js")).sort();
  return Promise.all(
    pages.map(async (file) => {
      const entries = await entriesOf(path.join(folder, file));
      const common = Object.keys(entries).filter(
        (name) => !name.endsWith("/page") && name.startsWith("[project]/app/"),
      );
      const isConsole = file.includes("(console)");
      const shell = common.filter((name) => /^\[project\]\/app\/(\(console\)\/)?[\w-]+$/.test(name));
      const chunks = (names: string[]) => [...rootMainFiles, ...names.flatMap((name) => entries[name] ?? [])];
      const first = new Set(chunks(Object.keys(entries)));
      const later = (await lazyChunksOf(path.join(folder, path.dirname(file), "page"))).filter(
        (chunk) => !first.has(chunk),
      );
      return {
        route: routeOf(file),
        firstKb: await weigh(first),
        laterKb: await weigh(new Set(later)),
        shellKb: isConsole ? await weigh(new Set(chunks(shell))) : 0,
      };
    }),
  );
}

/** `(console)/billing/(overview)/page_…` is `/billing`. */
function routeOf(file: string): string {
  const segments = path
    .dirname(file)
    .split(path.sep)
    .filter((segment) => !segment.startsWith("("));
  return `/${segments.join("/")}`;
}

/** The chunks of a page, its layouts and its error boundaries; their client references are all in the first answer. */
async function entriesOf(file: string): Promise<Record<string, string[]>> {
  const text = await readFile(file, "utf8");
  const found = /\] ?= ?(\{.*\});?\s*$/s.exec(text)?.[1];
  if (!found) throw new Error(`${file} is not what it was: the script budgets must learn the new form`);
  const { entryJSFiles } = Entries.parse(JSON.parse(found));
  return Object.fromEntries(
    Object.entries(entryJSFiles).map(([name, chunks]) => [
      name,
      chunks.map((chunk) => decodeURI(chunk.replace(/\?.*/, ""))),
    ]),
  );
}

async function lazyChunksOf(folder: string): Promise<string[]> {
  const manifest = path.join(folder, "react-loadable-manifest.json");
  if (!existsSync(manifest)) return [];
  const lazy = LazyChunks.parse(JSON.parse(await readFile(manifest, "utf8")));
  return Object.values(lazy).flatMap(({ files }) => files.filter((file) => file.endsWith(".js")));
}

async function weigh(chunks: ReadonlySet<string>): Promise<number> {
  const sizes = await Promise.all(
    [...chunks].map(async (chunk) => gzipSync(await readFile(path.join(BUILD, chunk))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}
