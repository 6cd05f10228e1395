import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, expect, test } from "@playwright/test";
import getPort from "get-port";
import lighthouse from "lighthouse";
import { signIn } from "./demo";

const PAGES = ["/billing", "/usage", "/settings/keys"];

test("Lighthouse finds the pages accessible, sound and still", async ({ baseURL, launchOptions }) => {
  test.setTimeout(240_000);
  const port = await getPort();
  const profile = await mkdtemp(join(tmpdir(), "ecu-lighthouse-"));
  const args = [...(launchOptions.args ?? []), `--remote-debugging-port=${port}`];
  // A profile of its own, so that Lighthouse's tab shares the sign-in.
  const browser = await chromium.launchPersistentContext(profile, {
    ...launchOptions,
    args,
    ...(baseURL ? { baseURL } : {}),
  });
  try {
    await signIn(await browser.newPage());
    for (const path of PAGES) {
      const result = await lighthouse(`${baseURL}${path}`, {
        port,
        disableStorageReset: true,
        onlyCategories: ["performance", "accessibility", "best-practices"],
        formFactor: "desktop",
        screenEmulation: { mobile: false, width: 1440, height: 900, deviceScaleFactor: 1, disabled: false },
        throttlingMethod: "provided",
        logLevel: "error",
      });
      if (!result) throw new Error(`Lighthouse gave no result for ${path}`);
      const { audits, categories } = result.lhr;
      const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
      const shift = value("cumulative-layout-shift");
      // Times are printed and not judged: they are the machine's as much as ours.
      const times = `LCP ${Math.round(value("largest-contentful-paint"))} ms, blocked ${Math.round(value("total-blocking-time"))} ms`;
      console.log(`${path}: ${times}, CLS ${shift.toFixed(3)}, performance ${categories.performance?.score}`);
      expect(shift, `${path} shifts`).toBeLessThanOrEqual(0.02);
      expect(categories.accessibility?.score, `${path} accessibility`).toBe(1);
      expect(categories["best-practices"]?.score ?? 0, `${path} best practices`).toBeGreaterThanOrEqual(0.95);
    }
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
});
