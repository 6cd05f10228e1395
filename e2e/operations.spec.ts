import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import pg from "pg";
import { z } from "zod";
import { newEmail, readDemo, signIn, signUp } from "./demo";
import { expect, test } from "./fixtures";

/** The pages that the sidebar leads to, as it says. */
async function places(page: Page): Promise<{ href: string; label: string }[]> {
  const links = page.getByRole("navigation", { name: "Operator" }).getByRole("link");
  return Promise.all(
    (await links.all()).map(async (link) => ({
      href: (await link.getAttribute("href")) ?? "",
      label: (await link.textContent())?.trim() ?? "",
    })),
  );
}

/** Opens each page of the sidebar: it has its heading, no scroll to the side, and nothing that axe finds. */
async function walk(page: Page, all: readonly { href: string; label: string }[]): Promise<void> {
  for (const { href, label } of all) {
    await page.goto(href);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(label);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${href}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over, `${href} is too wide`).toBeLessThanOrEqual(0);
  }
}

test("every place of the sidebar is a page of its own, and for customers none of them exists", async ({
  page,
  browser,
}) => {
  test.setTimeout(360_000);
  await signIn(page, "operator");
  await expect(page).toHaveURL(/\/admin$/);
  const all = await places(page);
  expect(all.length).toBeGreaterThan(12);
  await walk(page, all);
  const customer = await browser.newPage();
  await signIn(customer);
  for (const { href } of all) expect((await customer.request.get(href)).status(), href).toBe(404);
  await customer.close();
});

test.describe("on a phone, in the dark", () => {
  test.use({ viewport: { width: 375, height: 720 }, colorScheme: "dark" });

  test("the sidebar is a sheet, and every page is usable", async ({ page }) => {
    test.setTimeout(360_000);
    await signIn(page, "operator");
    await page.getByRole("button", { name: "Open navigation" }).click();
    const all = await places(page);
    await page.getByRole("link", { name: "Health" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Health");
    await expect(page.getByRole("dialog")).toBeHidden();
    await walk(page, all);
  });
});

test("what a customer was told by mail is found, read and sent again", async ({ page, browser }) => {
  const email = newEmail();
  const customer = await browser.newPage();
  await signUp(customer, "Mia Mail", email);
  await customer.close();
  await signIn(page, "operator");
  await page.goto("/admin/emails");
  await page.getByRole("textbox", { name: "To", exact: true }).fill(email.slice(0, -4));
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/to=newcomer/);
  const rows = page.getByRole("table").getByRole("row").filter({ hasText: email });
  await expect(async () => {
    await page.reload();
    await expect(rows.first()).toContainText("sent", { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await rows.first().getByRole("link").click();
  await expect(page.getByText("Open the console to see your balance", { exact: false })).toBeVisible();
  const before = await rows.count();
  await page
    .getByRole("button", { name: `Send again to ${email}` })
    .first()
    .click();
  await expect(rows).toHaveCount(before + 1);
  const inbox = `${readDemo().mailbox_url}/api/messages?to=${encodeURIComponent(email)}`;
  const Inbox = z.object({ messages: z.array(z.object({ subject: z.string() })) });
  await expect
    .poll(async () => {
      const { messages } = Inbox.parse(await (await page.request.get(inbox)).json());
      return messages.filter(({ subject }) => subject === "Welcome to Ecu").length;
    })
    .toBe(2);
  await page.goto("/admin/audit?action=email.");
  await expect(page.getByRole("row", { name: new RegExp(email) }).first()).toContainText("Sent a mail again");
});

test("the books are verified while one looks on, and the run is kept", async ({ page }) => {
  await signIn(page, "operator");
  await page.goto("/admin/ledger");
  await page.getByRole("button", { name: "Verify now" }).click();
  await expect(
    page.getByText("Every row is what it was, and every rule holds", { exact: false }),
  ).toBeVisible({
    timeout: 45_000,
  });
  await expect(page.getByRole("button", { name: "Verify now" })).toBeEnabled({ timeout: 45_000 });
  const { email } = readDemo().users.find(({ role }) => role === "operator") ?? { email: "" };
  const run = page.getByRole("table").getByRole("row").nth(1);
  await expect(run).toContainText(email);
  await expect(run).toContainText("sound");
});

test("a job that failed is run again, fails again, and is given up", async ({ page }) => {
  const task = "mail.send";
  const where = z
    .object({ database_url: z.string() })
    .parse(JSON.parse(readFileSync(`${process.env.E2E_DATA_DIR ?? ".cache/e2e"}/demo.json`, "utf8")));
  const client = new pg.Client(where.database_url);
  await client.connect();
  // A mail without an id: nobody can send it.
  await client.query("SELECT graphile_worker.add_job($1, '{}', max_attempts := 1)", [task]);
  await client.end();
  await signIn(page, "operator");
  const row = page.getByRole("row", { name: new RegExp(task) }).first();
  await expect(async () => {
    await page.goto("/admin/jobs?state=failed");
    await expect(row).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await page.goto("/admin");
  await expect(page.getByRole("listitem").filter({ hasText: "Failed jobs" })).toContainText("gave up");
  await page.getByRole("link", { name: "Open Failed jobs" }).click();
  await row.getByRole("button", { name: `Run ${task} now` }).click();
  await expect(async () => {
    await page.reload();
    await expect(row).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await row.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(page.getByText("Discarded", { exact: true })).toBeVisible();
  await expect(row).toBeHidden();
  await page.goto("/admin/audit?action=job");
  await expect(page.getByRole("row", { name: /Gave up a job/ }).first()).toContainText(task);
});
