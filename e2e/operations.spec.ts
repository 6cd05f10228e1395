import { readFileSync } from "node:fs";
import pg from "pg";
import { z } from "zod";
import { expectAccessible } from "./accessible";
import { asDemo, mailsTo, newEmail, readDemo, signUp } from "./demo";
import { elsewhere, expect, test } from "./fixtures";
import { PAGES } from "./gallery/pages";

test("every place of the sidebar is a page of its own, and for customers none of them exists", async ({
  page,
  browser,
}) => {
  await asDemo(page, "operator");
  await page.goto("/admin");
  const links = page.getByRole("navigation", { name: "Operator" }).getByRole("link");
  const places = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  expect(places.length).toBeGreaterThan(12);
  // Those are opened, and walked through, in every-page.spec.ts.
  const walked = PAGES.map(({ path }) => path);
  expect(places.filter((place) => !walked.includes(place))).toEqual([]);
  const customer = await elsewhere(browser);
  await asDemo(customer);
  for (const { path, viewer } of PAGES)
    if (viewer === "operator" && path.startsWith("/admin"))
      expect((await customer.request.get(path)).status(), path).toBe(404);
  await customer.close();
});

test.describe("on a phone, in the dark", () => {
  test.use({ viewport: { width: 375, height: 720 }, colorScheme: "dark" });

  test("the sidebar is a sheet", async ({ page }) => {
    await asDemo(page, "operator");
    await page.goto("/admin");
    await page.getByRole("button", { name: "Open navigation" }).click();
    const sheet = page.getByRole("dialog");
    await expect(sheet).toBeVisible();
    await expectAccessible(page, '[role="dialog"]');
    await sheet.getByRole("link", { name: "Health" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Health");
    await expect(sheet).toBeHidden();
  });
});

test("what a customer was told by mail is found, read and sent again", async ({ page, browser }) => {
  const email = newEmail();
  const customer = await elsewhere(browser);
  await signUp(customer, "Mia Mail", email);
  await customer.close();
  await asDemo(page, "operator");
  await page.goto("/admin/emails");
  await page.getByRole("textbox", { name: "To", exact: true }).fill(email.slice(0, -4));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/to=newcomer/);
  const rows = page.getByRole("table").getByRole("row").filter({ hasText: email });
  await expect(async () => {
    await page.reload();
    await expect(rows.first()).toContainText("sent", { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await rows.first().getByRole("link", { name: "Welcome to Ecu" }).click();
  await expect(page.getByText("Open the console to see your balance", { exact: false })).toBeVisible();
  const before = await rows.count();
  await page
    .getByRole("button", { name: `Send again to ${email}` })
    .first()
    .click();
  await expect(rows).toHaveCount(before + 1);
  const welcomes = async () =>
    (await mailsTo(page.request, email)).filter(({ subject }) => subject === "Welcome to Ecu");
  await expect.poll(welcomes, { timeout: 30_000 }).toHaveLength(2);
  await page.goto("/admin/audit?action=email.");
  const sent = page.getByRole("row", { name: new RegExp(email) }).filter({ hasText: "Sent an e-mail again" });
  await expect(sent).toHaveCount(1);
});

test("what is chosen of a list's filter counts at once, and Clear takes it back", async ({ page }) => {
  await asDemo(page, "operator");
  await page.goto("/admin/audit");
  await page.getByLabel("About").selectOption("E-mails");
  await expect(page).toHaveURL(/[?&]action=email\./);
  await expect(page.getByLabel("About")).toHaveValue("email.");
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(page).toHaveURL("/admin/audit?of=operators");
});

test("the books are verified while one looks on, and the run is kept", async ({ page }) => {
  await asDemo(page, "operator");
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
  await asDemo(page, "operator");
  const row = page.getByRole("row", { name: new RegExp(task) }).first();
  await expect(async () => {
    await page.goto("/admin/jobs?state=failed");
    await expect(row).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await page.goto("/admin");
  await expect(page.getByRole("listitem").filter({ hasText: "Failed jobs" })).toContainText("gave up");
  await page.getByRole("link", { name: "Open Failed jobs" }).click();
  await row.getByRole("button", { name: `Run now: ${task}` }).click();
  await expect(page.getByText("It runs as soon as a worker is free")).toBeVisible();
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

test("a page that fails says so within the operator's frame, and comes when it is tried again", async ({
  page,
}) => {
  await asDemo(page, "operator");
  await page.goto("/admin");
  // The frame has all that it fetches late: from here on only the next page's scripts are lost.
  await expect(page.getByRole("region", { name: /Notifications/ })).toBeAttached();
  await page.route("**/_next/static/chunks/**", (route) => route.abort());
  await page
    .getByRole("navigation", { name: "Operator" })
    .getByRole("link", { name: "Stripe events" })
    .click();
  const fault = page.getByRole("alert").filter({ hasText: "This page could not be shown" });
  await expect(fault).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Operator" })).toBeVisible();
  await page.unroute("**/_next/static/chunks/**");
  await fault.getByRole("button", { name: "Try again" }).click();
  await expect(
    page.getByRole("table", { name: "Stripe events" }).or(page.getByText("No events yet")),
  ).toBeVisible();
});
