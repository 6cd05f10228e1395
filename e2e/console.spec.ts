import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { signIn } from "./demo";

const PAGES = [
  "/billing",
  "/billing?text=nothing-like-this",
  "/billing/usage",
  "/billing/buy",
  "/usage?by=member",
  "/pricing",
  "/settings/account",
  "/settings/members",
  "/settings/keys",
  "/docs",
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page can be used by everybody, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    await signIn(page);
    for (const path of PAGES) {
      await page.goto(path);
      await expect(page.locator("main")).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const faults = violations.map(({ id, nodes }) => `${path}: ${id} at ${nodes[0]?.target.join(" ")}`);
      expect(faults).toEqual([]);
    }
  });
}

test("no page scrolls sideways at 320 px", async ({ page }) => {
  await signIn(page);
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.locator("main")).toBeVisible();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond, path).toBeLessThanOrEqual(0);
  }
});

test("a bar leads to its day, and a name of the legend leaves the chart", async ({ page }) => {
  await signIn(page);
  await page.goto("/usage");
  await expect(page.locator(".recharts-bar-rectangle").first()).toBeVisible();
  const names = page.locator("figcaption button");
  await names.first().click();
  await expect(names.first()).toHaveAttribute("aria-pressed", "false");
  await page.locator(".recharts-surface").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from=(\d{4}-\d{2}-\d{2})&to=\1/);
});
