import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, test } from "@playwright/test";
import getPort from "get-port";
import lighthouse, { type Flags, type Result } from "lighthouse";
import { signIn } from "./demo";
import { whenAlive } from "./fixtures";

const PAGES = ["/billing", "/usage", "/consumption", "/pricing"];

/** What makes a page quick whatever the machine is: no detours, nothing sent that need not be, nothing that jumps. */
const SOUND = [
  "redirects",
  "uses-text-compression",
  "total-byte-weight",
  "lcp-lazy-loaded",
  "unsized-images",
  "font-display",
];

const FLAGS: Flags = {
  onlyCategories: ["performance", "accessibility", "best-practices"],
  // To go away and come back costs the tab where the browser keeps no pages; the great picture is for the report that nobody looks at.
  skipAudits: ["bf-cache", "full-page-screenshot"],
  disableFullPageScreenshot: true,
  formFactor: "desktop",
  screenEmulation: { mobile: false, width: 1440, height: 900, deviceScaleFactor: 1, disabled: false },
  throttlingMethod: "provided",
  // The sign-in stays.
  disableStorageReset: true,
  // The balance is asked for every few seconds, so that the network is never quiet for as long as Lighthouse would wait; it stops here.
  // To block that call instead would be an error in the console, which is judged.
  maxWaitForLoad: 7_000,
  logLevel: "error",
};

test("Lighthouse finds the pages accessible, sound and still", async ({ baseURL, launchOptions }) => {
  test.setTimeout(180_000);
  const port = await getPort({ host: "127.0.0.1" });
  const profile = await mkdtemp(join(tmpdir(), "ecu-lighthouse-"));
  const args = [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`];
  // A browser with a profile of its own, in which Lighthouse opens its tabs beside ours, signed in as we are.
  const browser = await chromium.launchPersistentContext(profile, { ...launchOptions, args, baseURL });
  try {
    const tab = whenAlive(await browser.newPage());
    await signIn(tab);
    await tab.goto("about:blank");
    for (const path of PAGES) {
      const result = await lighthouse(`${baseURL}${path}`, { ...FLAGS, port });
      if (!result) throw new Error(`Lighthouse gave no result for ${path}`);
      judge(path, result.lhr);
    }
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
});

/**
 * Judges what does not depend on the machine. Times do, and on the tests that run beside this one: they are printed, and there is no bound so
 * generous that it would hold on every machine and yet find anything. How quickly a page answers to a person is in vitals.spec.ts.
 */
function judge(path: string, { audits, categories, finalDisplayedUrl }: Result): void {
  const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  const score = (category: string) => categories[category]?.score ?? Number.NaN;
  const [paint, blocked, shift] = [
    value("largest-contentful-paint"),
    value("total-blocking-time"),
    value("cumulative-layout-shift"),
  ];
  // On a busy machine a page may not come to rest before the measurement ends: then it has no such figures.
  const shown = (figure: number, unit = "") => (Number.isNaN(figure) ? "?" : `${+figure.toFixed(2)}${unit}`);
  const times = `LCP ${shown(paint, " ms")}, blocked ${shown(blocked, " ms")}, CLS ${shift.toFixed(3)}`;
  console.log(`Lighthouse ${path}: ${times}, performance ${shown(score("performance"))}`);
  expect(new URL(finalDisplayedUrl).pathname, "the page that was measured").toBe(path);
  expect(paint, `${path} paints`).toBeGreaterThan(0);
  expect(shift, `${path} shifts`).toBeLessThanOrEqual(0.02);
  // No score means that the page has nothing of the kind.
  const unsound = SOUND.filter((audit) => (audits[audit]?.score ?? 1) < 1);
  expect(unsound, `${path} is sound`).toEqual([]);
  for (const category of ["accessibility", "best-practices"]) {
    const faults = (categories[category]?.auditRefs ?? []).filter(({ id, weight }) => {
      const found = audits[id]?.score;
      return weight > 0 && typeof found === "number" && found < 1;
    });
    expect(
      faults.map(({ id }) => `${id}: ${audits[id]?.title}`),
      `${path} ${category}`,
    ).toEqual([]);
    expect(score(category), `${path} ${category}`).toBe(1);
  }
}
