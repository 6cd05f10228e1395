import { signIn } from "./demo";
import { expect, test } from "./fixtures";

test("the first Tab offers to skip to the content, and Enter does", async ({ page }) => {
  await signIn(page);
  await page.goto("/billing");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("a row is explained and left again without a mouse", async ({ page }) => {
  await signIn(page);
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
