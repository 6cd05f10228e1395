import type { Page } from "@playwright/test";
import { asDemo, signUp } from "./demo";
import { elsewhere, expect, test } from "./fixtures";

/** Begins prices of a new customer's own. */
async function beginDraft(page: Page, account: string): Promise<void> {
  await page.goto("/admin/rate-cards");
  await page.getByRole("button", { name: "New draft" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("For one customer");
  await dialog.getByLabel("Account").fill(account);
  await dialog.getByRole("button", { name: "Begin" }).click();
  await page.waitForURL(/\/admin\/rate-cards\/drafts\//);
}

async function addPrice(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Add a price" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Feature").fill("judge_run");
  await dialog.getByLabel("Meter").fill("run");
  await dialog.getByRole("button", { name: "Take over" }).click();
  await expect(dialog.getByText("price", { exact: false }).first()).toBeVisible();
  await dialog.getByLabel("Price", { exact: true }).fill("0.25");
  await dialog.getByRole("button", { name: "Take over" }).click();
  await expect(dialog).toBeHidden();
}

const JOURNEY =
  "a customer's own price is drafted, saved, tried on past usage, published, and shown to the customer";

for (const look of [
  { name: "", use: {} },
  {
    name: " on a phone, in the dark",
    use: { viewport: { width: 375, height: 720 }, colorScheme: "dark" } as const,
  },
])
  test.describe(look.name, () => {
    test.use(look.use);

    test(`${JOURNEY}${look.name}`, async ({ page, browser }) => {
      test.setTimeout(120_000);
      const customer = await elsewhere(browser);
      const account = await signUp(customer, "Rita Rates");
      await asDemo(page, "operator");
      await beginDraft(page, account);
      await addPrice(page);
      await page.getByRole("button", { name: "Save the draft" }).click();
      await expect(page.getByText("The draft is saved")).toBeVisible();
      await page.getByRole("link", { name: "Backtest" }).click();
      await expect(page.getByRole("heading", { name: /The last 30 days at the prices of/ })).toBeVisible();
      await expect(page.getByText(/events? of \d+ accounts?/)).toBeVisible({ timeout: 30_000 });
      await page.goBack();
      await page.getByRole("button", { name: "Publish…" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("button", { name: /^Publish/ }).click();
      await page.waitForURL(/\/admin\/rate-cards\/\d+$/);
      await expect(page.getByRole("heading", { name: /^Version \d+$/ })).toBeVisible();
      await customer.goto("/pricing");
      await expect(customer.getByText("0.25").first()).toBeVisible();
      const history = customer.getByRole("table", { name: "Prices and when they were in force" });
      await history.getByRole("link").last().click();
      await expect(customer.getByText(/^These are earlier prices/)).toBeVisible();
      await expect(customer.getByText("Your price")).toBeHidden();
      await customer.getByRole("link", { name: "Today’s prices" }).click();
      await expect(customer.getByText("Your price").first()).toBeVisible();
      await customer.close();
    });
  });

test("a draft is put away, and cannot be opened again", async ({ page, browser }) => {
  const customer = await elsewhere(browser);
  const account = await signUp(customer, "Dora Draft");
  await customer.close();
  await asDemo(page, "operator");
  await beginDraft(page, account);
  const address = page.url();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await page.waitForURL(/\/admin\/rate-cards$/);
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "There is no such thing here" })).toBeVisible();
});

test("margins are shown for the days that were chosen", async ({ page }) => {
  await asDemo(page, "operator");
  await page.goto("/admin/margins");
  await page.getByRole("link", { name: "90 days" }).click();
  await expect(page).toHaveURL(/days=90/);
  await expect(page.getByRole("link", { name: "90 days" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("table", { name: "Margins by feature" }).getByRole("row").nth(1)).toBeVisible();
});

test("the ledger is compared with Stripe when an operator asks, and the run is kept", async ({ page }) => {
  await asDemo(page, "operator");
  await page.goto("/admin/reconciliation");
  await page.getByRole("button", { name: "Compare now" }).click();
  await expect(page.getByText(/The same to the cent|differences? left/)).toBeVisible({ timeout: 30_000 });
  await page.goto("/admin/audit?action=stripe.");
  await expect(page.getByRole("table").getByRole("row").nth(1)).toBeVisible();
});
