import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { asDemo, postFor, signUp } from "./demo";
import { expect, test } from "./fixtures";

test.beforeEach(({ page }) => asDemo(page));

/** The lines of the file that a button gives, without its head; each still a text. */
async function linesOf(page: Page, button: Locator): Promise<string[]> {
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(download.suggestedFilename()).toMatch(/^[a-z]+(-\d{4}-\d\d-\d\d)?\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  return text.trimEnd().split("\n").slice(1);
}

const rowsOf = (page: Page, name: string | RegExp) => page.getByRole("table", { name }).locator("tbody tr");

test("grants, statements and receipts have the file of their table", async ({ page }) => {
  await page.goto("/billing/grants");
  const grants = rowsOf(page, /^Grants/);
  await expect(grants.first()).toBeVisible();
  const granted = await linesOf(page, page.getByRole("link", { name: "Export CSV" }));
  expect(granted).toHaveLength(await grants.count());
  for (const [at, line] of granted.entries())
    await expect(grants.nth(at)).toContainText(`#${line.split(",")[0]} ·`);

  await page.goto("/billing/statements");
  const months = rowsOf(page, /^Statements by month/);
  const [ofMonths, ofReceipts] = [
    page.getByRole("region", { name: "Balance statements" }),
    page.getByRole("region", { name: "Receipts" }),
  ].map((section) => section.getByRole("link", { name: "Export CSV" }));
  const lines = await linesOf(page, ofMonths!);
  expect(lines).toHaveLength(await months.count());
  for (const [at, line] of lines.entries()) {
    const [amount = "", isOver] = line.split(",").slice(-2);
    const month = months.nth(at);
    await expect(month.getByTitle(titleOf(amount)).first()).toBeVisible();
    await expect(month.getByText("so far")).toHaveCount(isOver === "true" ? 0 : 1);
  }
  const receipts = rowsOf(page, /^Receipts/);
  const links = await receipts
    .locator("a")
    .evaluateAll((found) => found.map((one) => one.getAttribute("href")));
  const ids = (await linesOf(page, ofReceipts!)).map((line) => `/billing/receipts/${line.split(",").at(-1)}`);
  // The page shows the newest of them.
  expect(ids.slice(0, links.length)).toEqual(links);
});

/** What hovering over an amount says: all of its decimals. */
function titleOf(amount: string): RegExp {
  const [whole = "", fraction = ""] = amount.split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return new RegExp(`^${grouped}${fraction && `\\.${fraction}`}0* ECU`);
}

test("prices, members and the audit log have the file of their table", async ({ page }) => {
  await page.goto("/pricing");
  const prices = page.getByRole("table").locator("tbody tr");
  await expect(prices.first()).toBeVisible();
  // The file has a line for each price; the page shows those of one thing in one row.
  const lines = await linesOf(page, page.getByRole("link", { name: "Export CSV" }));
  expect(lines.length).toBeGreaterThan(await prices.count());

  await page.goto("/settings/members");
  const members = rowsOf(page, "Members");
  await expect(members.first()).toBeVisible();
  const people = await linesOf(page, page.getByRole("link", { name: "Export CSV" }));
  expect(people).toHaveLength(await members.count());
  for (const [at, line] of people.entries())
    await expect(members.nth(at)).toContainText(line.split(",")[1] ?? "");

  await page.goto("/settings/audit");
  const deeds = rowsOf(page, "Audit log");
  await expect(deeds.first()).toBeVisible();
  const log = await linesOf(page, page.getByRole("link", { name: "Export CSV" }));
  expect(log.length).toBeGreaterThanOrEqual(await deeds.count());
});

test("the audit log is narrowed down by who, what about and when, and its file has just that", async ({
  page,
  request,
}) => {
  await page.context().clearCookies();
  const account = await signUp(page, "Nele Narrow");
  await postFor(request, account, "/api/v1/webhooks", { url: "https://example.com/hooks" });
  await page.goto("/settings/audit");
  const deeds = rowsOf(page, "Audit log");
  await expect(deeds.filter({ hasText: "Opened the account" })).toHaveCount(1);
  const all = await deeds.count();
  expect(all).toBeGreaterThan(1);
  await page.getByRole("button", { name: "About" }).click();
  await page.getByRole("menuitemradio", { name: "Webhooks" }).click();
  await page.waitForURL(/\?kind=webhooks$/);
  await expect(deeds).toHaveCount(1);
  await expect(deeds).toContainText("Added a webhook");
  const lines = await linesOf(page, page.getByRole("link", { name: "Export CSV" }));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("webhook.created");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Who" }).click();
  await page.getByRole("menuitemradio", { name: /^Nele Narrow/ }).click();
  await expect(page.getByText("No entry is like that")).toBeVisible();
  await page.goBack();
  await expect(deeds).toContainText("Added a webhook");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page).toHaveURL("/settings/audit");
  await expect(deeds).toHaveCount(all);
  await page.getByRole("button", { name: "Dates" }).click();
  await page.getByRole("button", { name: "Last month" }).click();
  await page.waitForURL(/range=last_month/);
  await expect(page.getByText("No entry is like that")).toBeVisible();
});

test("the log of a webhook has the file of its table", async ({ page, request }) => {
  await page.context().clearCookies();
  const account = await signUp(page, "Wilma Webhook");
  // It listens to nothing that happens meanwhile: the account's first credit may be told of a moment later.
  const { body } = await postFor(request, account, "/api/v1/webhooks", {
    url: "https://example.com/hooks",
    types: ["balance.exhausted"],
  });
  const path = `/api/v1/webhooks/${String(body.id)}/test`;
  for (let count = 0; count < 3; count++)
    expect((await postFor(request, account, path, {})).status).toBeLessThan(300);
  await page.goto(`/settings/webhooks/${String(body.id)}`);
  const deliveries = rowsOf(page, "Deliveries");
  await expect(deliveries).toHaveCount(3);
  const lines = await linesOf(page, page.getByRole("link", { name: "Export CSV" }));
  const links = await deliveries
    .getByRole("link")
    .evaluateAll((found) => found.map((one) => one.getAttribute("href")?.split("/").at(-1)));
  expect(lines.map((line) => line.split(",").at(-1))).toEqual(links);
  await page.getByRole("link", { name: "Delivered", exact: true }).click();
  await page.waitForURL(/status=delivered/);
  expect(await linesOf(page, page.getByRole("link", { name: "Export CSV" }))).toEqual([]);
});
