import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { parseScaled } from "@/lib/values/money";
import { addDays, utcDay } from "@/lib/values/time";
import { expectAccessible } from "./accessible";
import { asDemo } from "./demo";
import { expect, test } from "./fixtures";

const PAGES = ["/admin/liability", "/admin/bills", "/admin/torture"];
const Rows = z.array(z.record(z.string(), z.string()));

async function downloaded(page: Page, name: string, role: "link" | "menuitem" = "link"): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole(role, { name }).first().click(),
  ]);
  return readFile(await file.path());
}

test("finance’s pages and files do not exist for a customer", async ({ page }) => {
  await asDemo(page);
  const files = ["journal", "register", "elsewhere", "liability"].map(
    (name) => `/api/admin/${name}.csv?month=2026-10`,
  );
  for (const path of [...PAGES, ...files])
    expect(
      (await page.request.get(path, { headers: { "sec-fetch-site": "same-origin" } })).status(),
      path,
    ).toBe(404);
});

test("credit liability ties to the ledger, and a month’s journal is handed out under the operator’s own codes", async ({
  page,
}) => {
  await asDemo(page, "operator");
  await page.goto("/admin/liability");
  await expect(page.getByText("This is the ledger, to the nano-credit")).toBeVisible();
  const month = page.getByRole("table", { name: "How unused credit changed in the month" });
  await expect(month.getByText("Opening")).toBeVisible();
  // Paid, promotional and negative credit at the end, to the nano-credit: of the month, and of all accounts.
  const exactly = (table: Locator) =>
    table
      .getByRole("row")
      .last()
      .locator("[title$=' ECU']")
      .evaluateAll((all) => all.slice(0, 3).map((one) => one.getAttribute("title")));
  const closing = await exactly(month);
  expect(closing).toHaveLength(3);
  expect(await exactly(page.getByRole("table", { name: "Credit by account" }))).toEqual(closing);
  // What is deferred leads to accounts, in the same cents.
  const deferred = page
    .getByRole("term")
    .filter({ hasText: "Deferred revenue" })
    .locator("xpath=following-sibling::dd");
  await expect(page.getByRole("table", { name: "Credit by account" }).getByRole("row").last()).toContainText(
    await deferred.first().innerText(),
  );
  // From use to revenue: the lines come to what is said to be earned.
  const earned = page
    .getByRole("term")
    .filter({ hasText: "Earned by use" })
    .locator("xpath=following-sibling::dd");
  const bridge = page.getByRole("table", { name: "From use to revenue" }).getByRole("row");
  const dollars = await bridge.getByRole("cell").filter({ hasText: "$" }).allInnerTexts();
  const cents = dollars.map((text) => parseScaled(text.replace("−", "-").replace(/[$,]/g, ""), 2));
  const total = cents.pop();
  expect(cents.reduce((sum, line) => sum + line, 0n)).toBe(total);
  expect(await earned.first().innerText()).toBe(dollars.at(-1));
  await page.getByText("Edit the codes", { exact: true }).click();
  const save = page.getByRole("button", { name: "Save codes" });
  await expect(save).toBeDisabled();
  await page.getByLabel(/^Code of Revenue from use/).fill("8400");
  await save.click();
  await expect(page.getByText("The next journal uses these codes")).toBeVisible();
  const journal = Rows.parse(parse(await downloaded(page, "Export CSV"), { columns: true }));
  const centsOn = (side: "Debit" | "Credit") =>
    journal.reduce((sum, row) => sum + parseScaled(row[side] || "0", 2), 0n);
  expect(centsOn("Debit")).toBeGreaterThan(0n);
  expect(centsOn("Debit")).toBe(centsOn("Credit"));
  expect(journal.some((row) => row["Account code"] === "8400" && row.Account === "Revenue from use")).toBe(
    true,
  );
  // What was paid and paid back has its papers, which come to what the page says.
  const register = Rows.parse(parse(await downloaded(page, "Export register"), { columns: true }));
  expect(register.map(({ number }) => number)).toContain("CN-000001");
  const gross = register.reduce((sum, row) => sum + parseScaled(row.gross_usd ?? "", 2), 0n);
  const papers = page.getByRole("table", { name: "The month’s receipts and credit notes" });
  expect((await papers.getByRole("row").last().innerText()).replaceAll(/[$,]/g, "")).toContain(
    (Number(gross) / 100).toFixed(2),
  );
  await page.getByLabel(/^Code of Revenue from use/).fill("4010");
  await Promise.all([page.waitForResponse((one) => one.request().method() === "POST"), save.click()]);
  await page.getByRole("navigation", { name: "Month" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/month=20/);
  await expect(page.getByText("This is the ledger, to the nano-credit")).toBeVisible();
});

test("a provider’s bill is imported, held against our costs, and removed", async ({ page }) => {
  await asDemo(page, "operator");
  await page.goto("/admin/bills");
  const day = addDays(utcDay(new Date()), -3);
  const send = async (name: string, text: string) => {
    await page.getByLabel("File").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    await page.getByRole("button", { name: "Import the bill" }).click();
  };
  await send("broken.csv", "start_time_iso,amount_value,line_item\nsoon,1,gpt-4o");
  await expect(page.getByText(/line 2: “soon” is no day or time/)).toBeVisible();
  const name = `bill-${Date.now()}.csv`;
  await send(
    name,
    `start_time_iso,amount_value,line_item,note\n${day}T00:00:00Z,1234.5,"model-nobody-knows, output",${name}\n`,
  );
  await page.waitForURL(/\/admin\/bills\/[0-9a-f-]{36}/);
  await expect(page.getByText(/charges \$1,234\.50, and we metered/)).toBeVisible();
  await expect(page.getByRole("row", { name: /model-nobody-knows/ })).toContainText("+$1,234.50");
  for (const view of ["Days", "Kinds of token", "Lines"]) {
    await page.getByRole("link", { name: view, exact: true }).click();
    await expect(page.getByRole("link", { name: view, exact: true })).toHaveAttribute("aria-current", "page");
  }
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove the bill" }).click();
  await page.waitForURL(/\/admin\/bills$/);
  await expect(page.getByText(name)).toHaveCount(0);
});

test("stored events of Stripe are replayed on books of their own", async ({ page }) => {
  test.setTimeout(420_000);
  await asDemo(page, "operator");
  await page.goto("/admin/torture");
  await page.getByRole("button", { name: "Replay now" }).click();
  const end = page.getByText(/every round ended|nothing to replay|fault.* in .* deliveries|was cut short/);
  await expect(end).toBeVisible({ timeout: 400_000 });
  // An installation where nobody has bought anything yet has no events.
  await expect(page.locator("main")).toContainText(/every round ended in the same books|nothing to replay/);
  const rounds = page.getByRole("table", { name: "Rounds" });
  await expect(rounds.getByText("backwards")).toBeVisible();
  await expect(rounds.getByText("holds")).toHaveCount(4);
});

test("usage is handed out as Parquet and as FOCUS", async ({ page }) => {
  await asDemo(page);
  await page.goto("/usage");
  const open = async () => {
    await page.getByRole("button", { name: "More formats" }).click();
    await expect(page.getByRole("menuitem", { name: "Usage events as Parquet" })).toBeVisible();
  };
  await open();
  const parquet = await downloaded(page, "Usage events as Parquet", "menuitem");
  expect(parquet.subarray(0, 4).toString()).toBe("PAR1");
  expect(parquet.subarray(-4).toString()).toBe("PAR1");
  await open();
  const focus = Rows.parse(
    parse(await downloaded(page, "Purchases and usage as FOCUS 1.2", "menuitem"), { columns: true }),
  );
  expect(focus.length).toBeGreaterThan(10);
  expect(new Set(focus.map(({ ChargeCategory }) => ChargeCategory)).has("Usage")).toBe(true);
});
