import { signUp } from "./demo";
import { elsewhere, expect, test } from "./fixtures";

test("a page that cannot be shown says what happened and what to do, keeps its frame, and comes when it is tried again", async ({
  browser,
}) => {
  // The scripts of this page fail on purpose, which is a fault on any other.
  const page = await elsewhere(browser);
  await signUp(page, "Erik Error");
  await page.goto("/billing");
  // The frame has all that it fetches late: from here on only the next page's scripts are lost.
  await expect(page.getByRole("region", { name: /Notifications/ })).toBeAttached();
  await page.route("**/_next/static/chunks/**", (route) => route.abort());
  await page.getByRole("navigation", { name: "Console" }).getByRole("link", { name: "Consumption" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "This page could not be shown" });
  await expect(alert).toContainText("Your credit and your data are not affected. Try again");
  await expect(page.getByRole("navigation", { name: "Console" })).toBeVisible();
  await page.unroute("**/_next/static/chunks/**");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Consumption" })).toBeVisible();
  await expect(alert).toHaveCount(0);
  await page.close();
});
