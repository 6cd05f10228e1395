import type { Page } from "@playwright/test";
import { fillSignIn, newEmail, signUp, spend } from "./demo";
import { elsewhere, expect, test } from "./fixtures";

const WITHIN_5_S = { timeout: 5_000 };

const balance = (page: Page) => page.getByRole("banner").getByRole("link", { name: /ECU/ });
const rows = (page: Page) => page.getByRole("table", { name: /Transactions/ }).locator("tbody tr");

test("what is spent shows in the header, the balance, the list and the banner within five seconds, without a hand", async ({
  page,
  request,
}) => {
  const account = await signUp(page, "Lia Vega");
  const streamed = page.waitForResponse((one) => one.url().includes("/api/live?"));
  await page.goto("/billing");
  expect((await streamed).headers()["content-type"]).toContain("text/event-stream");
  await expect(balance(page)).toContainText("75 ECU");
  await expect(page.getByText(/^Updated (just now|[0-5] s ago)$/)).toBeVisible(WITHIN_5_S);
  await expect(rows(page)).toHaveCount(1);
  await spend(request, account, "12.5");
  await expect(balance(page)).toContainText("62.5 ECU", WITHIN_5_S);
  await expect(page.getByRole("region", { name: "Balance" })).toContainText("62.5000", WITHIN_5_S);
  await expect(rows(page)).toHaveCount(2, WITHIN_5_S);
  await spend(request, account, "2.5");
  await expect(balance(page)).toContainText("60 ECU", WITHIN_5_S);
  await expect(rows(page)).toHaveCount(3, WITHIN_5_S);
  const banner = (percent: number) =>
    page.getByRole("main").getByText(`${percent} % of your credits are used.`);
  await expect(banner(20)).toBeVisible(WITHIN_5_S);
  await spend(request, account, "22.5");
  await expect(banner(50)).toBeVisible(WITHIN_5_S);
});

test("who has a hand in the list is asked before rows are added", async ({ page, request }) => {
  const account = await signUp(page, "Ole Holt");
  await spend(request, account, "1");
  await page.goto("/billing");
  await expect(rows(page)).toHaveCount(2);
  await rows(page).first().hover();
  await spend(request, account, "2");
  const ask = page.getByRole("button", { name: "Show newer transactions" });
  await expect(ask).toBeVisible({ timeout: 8_000 });
  await expect(rows(page)).toHaveCount(2);
  await ask.click();
  await expect(rows(page)).toHaveCount(3);
  await expect(ask).toHaveCount(0);
});

test("where no stream can be opened the page asks, and is nearly as quick", async ({ page, request }) => {
  await page.route("**/api/live?*", (route) => route.fulfill({ status: 503, body: "" }));
  const account = await signUp(page, "Nia Falk");
  await page.goto("/billing");
  await expect(balance(page)).toContainText("75 ECU");
  await spend(request, account, "5");
  await expect(balance(page)).toContainText("70 ECU", { timeout: 8_000 });
});

test("a session that is ended elsewhere leaves the page by itself, and signing in comes back to it", async ({
  page,
  browser,
}) => {
  const email = newEmail();
  await signUp(page, "Iva Roth", email);
  await page.goto("/pricing");
  const other = await elsewhere(browser);
  await other.goto("/sign-in");
  await fillSignIn(other, email);
  await other.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await other.goto("/settings/profile");
  await other.getByRole("button", { name: "Sign out everywhere else" }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL(/\/sign-in\?next=%2Fpricing/, { timeout: 15_000 });
  await other.close();
});
