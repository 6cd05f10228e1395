import type { Page } from "@playwright/test";
import { asDemo } from "./demo";
import { expect, test } from "./fixtures";

const PAGES = ["/billing", "/usage", "/consumption", "/settings/keys"];
const LOADS = 3;

// What is promised of the built console with the demo account. The paint is judged wherever the tests run: it is the middle of three loads,
// and has so much room on two cores that it holds beside the other worker's test, while a page that waits for a script or for a slow statement
// does not. How soon a click is answered is the processor's to say as much as ours, and a neighbour's test takes it for a tenth of a second at
// any moment: so that is judged when nothing runs beside it (`npm run bench -- --only pages`), and printed always.
const LCP_MS = 1_500;
const INP_MS = 100;
const CLS = 0.02;

/** What a browser measures of itself, in milliseconds, and the sum of layout shifts. */
interface Vitals {
  lcp: number;
  inp: number;
  cls: number;
  interactions: number;
}

declare global {
  interface Window {
    vitals: Vitals;
  }
}

/** Runs in the page, before anything of it does. */
function observe(): void {
  const vitals: Vitals = { lcp: 0, inp: 0, cls: 0, interactions: 0 };
  window.vitals = vitals;
  const on = (type: string, options: object, hear: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(hear)).observe({
      type,
      buffered: true,
      ...options,
    });
  on("largest-contentful-paint", {}, ({ startTime }) => (vitals.lcp = startTime));
  on("layout-shift", {}, (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) vitals.cls += value;
  });
  on("event", { durationThreshold: 16 }, (entry) => {
    const { interactionId, duration } = entry as PerformanceEntry & { interactionId: number };
    if (interactionId > 0) vitals.inp = Math.max(vitals.inp, duration);
  });
  // However quick it was, the first one is always told.
  on("first-input", {}, () => (vitals.interactions += 1));
}

/** Opens a page, clicks and presses keys as a person would, and reads what the browser measured. */
async function measure(page: Page, path: string): Promise<Vitals> {
  await page.goto(path);
  await expect(page.getByRole("main")).toBeVisible();
  const menu = page.getByRole("banner").getByRole("button", { expanded: false }).last();
  await menu.click();
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => window.vitals.interactions)).toBeGreaterThan(0);
  return page.evaluate(() => window.vitals);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

for (const path of PAGES) {
  test(`${path} paints, answers and holds still`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.addInitScript(observe);
    await asDemo(page);
    // The first visit after a start compiles and fills caches.
    await measure(page, path);
    const loads: Vitals[] = [];
    for (let load = 0; load < LOADS; load++) loads.push(await measure(page, path));
    const lcp = median(loads.map((vitals) => vitals.lcp));
    const inps = loads.map((vitals) => vitals.inp).join(", ");
    const cls = Math.max(...loads.map((vitals) => vitals.cls));
    console.log(`${path}: LCP ${Math.round(lcp)} ms, INP ${inps} ms, CLS ${cls.toFixed(3)}`);
    expect(lcp).toBeGreaterThan(0);
    expect(lcp).toBeLessThanOrEqual(LCP_MS);
    expect(cls).toBeLessThanOrEqual(CLS);
    if (test.info().config.workers === 1)
      expect(median(loads.map((vitals) => vitals.inp))).toBeLessThanOrEqual(INP_MS);
  });
}
