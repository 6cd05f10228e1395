import { expect, test } from "./fixtures";

test("anyone reads the API: a call is found by what it is called, marked while it is read, and copied", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/docs");
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  const places = page.getByRole("navigation", { name: "Documentation" });
  await places.getByRole("searchbox").fill("post limit");
  await expect(places.getByRole("link")).toHaveCount(1);
  await places.getByRole("searchbox").press("Enter");
  const call = page.locator("#post_budgets");
  await expect(call).toBeInViewport();
  await expect(page).toHaveURL(/\/docs\/api\/budgets#post_budgets$/);
  await expect(places.locator("[aria-current=location]")).toHaveAttribute(
    "href",
    "/docs/api/budgets#post_budgets",
  );
  await call.getByRole("button", { name: "Copy" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("curl -X POST");
  await places.getByRole("searchbox").fill("no such call");
  await expect(places.getByText(/Nothing here is called/)).toBeVisible();
});

test("each kind of calls has a page, and an address of a call from when all stood on one leads to it", async ({
  page,
}) => {
  await page.goto("/docs#post_budgets");
  await expect(page).toHaveURL("/docs/api/budgets#post_budgets");
  await expect(page.getByRole("heading", { level: 1, name: "Budgets" })).toHaveCount(1);
  await expect(page.locator("#post_budgets")).toBeInViewport();
  const places = page.getByRole("navigation", { name: "Documentation" });
  await expect(places.locator("[aria-current=location]")).toContainText("Limit spending");
  await page.goto("/docs");
  await page.getByRole("main").getByRole("link", { name: "Usage of resources" }).click();
  await expect(page).toHaveURL("/docs/api/usage-of-resources");
  await expect(places.locator("[aria-current=page]")).toHaveText("Usage of resources");
  const answer = await page.request.get("/docs/api/nothing-like-this");
  expect(answer.status()).toBe(404);
});

test("a guide lists its sections, which have addresses of their own", async ({ page }) => {
  await page.goto("/docs/guides/customer");
  const places = page.getByRole("navigation", { name: "Documentation" });
  await expect(places.locator("[aria-current=page]")).toHaveText("For customers");
  await expect(page.getByRole("link", { name: /^Enlarge: Billing/ })).toHaveAttribute(
    "href",
    "/guides/billing.png",
  );
  await places.getByRole("link", { name: "Adding credit" }).click();
  await expect(page).toHaveURL(/#adding-credit$/);
  await expect(page.getByRole("heading", { name: "Adding credit" })).toBeInViewport();
  await expect(places.locator("[aria-current=location]")).toHaveText("Adding credit");
  await page.getByRole("main").getByRole("link", { name: "For platform engineers" }).last().click();
  await expect(page).toHaveURL("/docs/guides/platform");
  await places.getByRole("searchbox").fill("adding credit");
  await places.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL("/docs/guides/customer#adding-credit");
  await expect(page.getByRole("heading", { name: "Adding credit" })).toBeInViewport();
});

test("on a phone the contents open from the header, and lead to a call", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  await page.goto("/docs");
  await page.getByRole("button", { name: "Open navigation" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("searchbox").fill("webhook");
  await sheet.getByRole("link", { name: "Add a webhook" }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page).toHaveURL(/\/docs\/api\/webhooks#/);
  const { hash } = new URL(page.url());
  await expect(page.locator(hash).getByRole("heading").first()).toBeInViewport();
});
