import { rm } from "node:fs/promises";
import getPort from "get-port";
import { findBrowser } from "@/lib/cli/checks/browser";
import { runTool } from "@/lib/cli/checks/run";
import type { Measure } from "./report";

const DATA_DIR = ".cache/bench-pages";

/** What `e2e/vitals.spec.ts` prints of a page, and what it has promised of it. */
const LINE = /^(?<path>\/\S*): LCP (?<lcp>\d+) ms, INP (?<inps>[\d, ]+) ms, CLS (?<cls>[\d.]+)$/gm;
const GATE = "LCP ≤ 1,500 ms, INP ≤ 100 ms, CLS ≤ 0.02";

/**
 * How soon the pages of the demo paint and answer, driven in a browser with no other test beside it, which would take the processor from them.
 * @throws Error with what the browser tests printed, when they measured nothing
 */
export async function benchPages(): Promise<Measure[]> {
  const env = {
    CHROME_PATH: await findBrowser(),
    E2E_DATA_DIR: DATA_DIR,
    E2E_PORT: String(await getPort({ host: "127.0.0.1" })),
  };
  const { code, output } = await runTool(
    "@playwright/test/cli.js",
    ["test", "vitals", "--workers=1", "--reporter=list"],
    { env },
  );
  await rm(DATA_DIR, { recursive: true, force: true });
  const pages = [...output.matchAll(LINE)].map(
    ({ groups: { path = "", lcp = "", inps = "", cls = "" } = {} }) => {
      const inp =
        inps
          .split(", ")
          .map(Number)
          .toSorted((one, other) => one - other)[1] ?? Number.NaN;
      return { path, lcp: Number(lcp), inp, cls };
    },
  );
  if (pages.length === 0) throw new Error(`the pages were not measured:\n${output}`);
  return pages.map(({ path, lcp, inp, cls }) => ({
    work: `${path} in a browser: a click is answered`,
    value: inp,
    shown: `${inp} ms`,
    gate: GATE,
    met: code === 0,
    details: `LCP ${lcp} ms, CLS ${cls}`,
  }));
}
