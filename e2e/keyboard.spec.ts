import { asDemo } from "./demo";
import { expect, test } from "./fixtures";

test("the first Tab offers to skip to the content, and Enter does", async ({ page }) => {
  await asDemo(page);
  await page.goto("/billing");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("a row is explained and left again without a mouse", async ({ page }) => {
  await asDemo(page);
  await page.goto("/billing");
  const row = page.getByRole("table").getByRole("row").nth(1).getByRole("link").first();
  await row.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/explain=txn_/);
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).not.toHaveURL(/explain=/);
});

test("menus of the header open, are walked and close by keys, and give the focus back", async ({ page }) => {
  await asDemo(page);
  await page.goto("/billing");
  const banner = page.getByRole("banner");
  for (const name of [/^Account:/, "Theme", /your menu/]) {
    const button = banner.getByRole("button", { name });
    const menu = page.getByRole("menu");
    await expect(async () => {
      await button.focus();
      await page.keyboard.press("Enter");
      await expect(menu).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await page.keyboard.press("ArrowDown");
    await expect(menu.locator(":focus")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(menu).toHaveCount(0);
    await expect(button).toBeFocused();
  }
});

test("nothing moves for those who asked for no motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await asDemo(page);
  await page.goto("/billing");
  await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  const moving = await page.evaluate(
    () =>
      document
        .getAnimations()
        .filter((one) => Number(one.effect?.getComputedTiming().activeDuration ?? 0) > 1).length,
  );
  expect(moving).toBe(0);
});
