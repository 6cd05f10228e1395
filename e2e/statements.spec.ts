import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { APIRequestContext, Download, Page } from "@playwright/test";
import { z } from "zod";
import { newId } from "@/lib/values/ids";
import { addDays, utcDay } from "@/lib/values/time";
import { asDemo, readDemo, signUp } from "./demo";
import { expect, test } from "./fixtures";

const account = () => ({ headers: { authorization: `Bearer ${readDemo().account_key}` } });
const Balance = z.object({ balance: z.string(), held: z.string(), available: z.string() });

/** Writes a row of an account as the platform does. Gives its id. */
async function posted(request: APIRequestContext, accountId: string, row: object): Promise<string> {
  const headers = {
    authorization: `Bearer ${readDemo().platform_key}`,
    "ecu-account": accountId,
    "idempotency-key": newId(),
  };
  const answer = await request.post("/api/v1/transactions", { headers, data: row });
  return z.object({ id: z.string() }).parse(await answer.json()).id;
}

/** How many pages a printer would use. */
async function printed(page: Page, format: "A4" | "Letter"): Promise<number> {
  const pdf = (await page.pdf({ format, preferCSSPageSize: false })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

/** What the command says of files, offline: with a database that is not there. */
async function verify(...args: string[]): Promise<{ code: number; out: string }> {
  const env = { ...process.env, DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" };
  const run = promisify(execFile)(process.execPath, ["lib/cli/bin.mjs", "verify-statement", ...args], {
    env,
  });
  return run.then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, out: error.stdout }),
  );
}

async function saved(download: Download): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "statement-")), download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

/** An amount of the page without its thousands, spaces and signs of people. */
const plain = (text: string) => text.replaceAll(/[,\s]|ECU/g, "").replace("−", "-");

test.describe("as of", () => {
  test("a day of the past shows the balance, held credit, grants and transactions of then", async ({
    page,
    request,
  }) => {
    await asDemo(page);
    await page.goto("/billing");
    const day = addDays(utcDay(new Date()), -30);
    await expect(async () => {
      await page.getByRole("button", { name: "As of now" }).click();
      await expect(page.getByLabel("Day", { exact: true })).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await page.getByLabel("Day", { exact: true }).fill(day);
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`as_of=${day}$`));
    const section = page.getByRole("region", { name: "As of" });
    const then = Balance.parse(await (await request.get(`/api/v1/balance?as_of=${day}`, account())).json());
    await expect(section.getByTitle(`${then.balance} ECU`, { exact: true }).first()).toBeVisible();
    await expect(section.getByText(/held · .* available/)).toBeVisible();
    // The balance of now is not beside it.
    await expect(page.getByRole("region", { name: "Balance", exact: true })).toHaveCount(0);
    const rows = page.getByRole("table").locator("tbody tr");
    const newest = rows.first();
    const last = await newest.locator("span[title*=' ECU']").last().getAttribute("title");
    expect(plain(last?.split(" ")[0] ?? "")).toBe(then.balance);
    const listed = await (await request.get(`/api/v1/transactions?as_of=${day}&limit=1`, account())).json();
    expect(z.array(z.object({ balance_after: z.string() })).parse(listed)[0]?.balance_after).toBe(
      then.balance,
    );
    // The CSV is of then too, and more rows go on from there.
    const csv = await page.getByRole("link", { name: "Export CSV" }).getAttribute("href");
    expect(csv).toContain(`as_of=${day}`);
    await page.getByRole("button", { name: "Load 50 more" }).click();
    await expect(rows).toHaveCount(100);
    await page.getByRole("link", { name: "All grants then" }).click();
    await expect(page).toHaveURL(new RegExp(`/billing/grants\\?as_of=${day}`));
    await expect(page.getByRole("region", { name: "As of" })).toBeVisible();
    await page.getByRole("link", { name: "Back to now" }).click();
    await expect(page).toHaveURL(/\/billing\/grants$/);
    await expect(page.getByRole("region", { name: "Balance", exact: true })).toBeVisible();
  });

  test("a link to a moment before the first transaction says that there was nothing yet", async ({
    page,
  }) => {
    await asDemo(page);
    await page.goto("/billing?as_of=2020-01-01T12:00");
    await expect(page.getByText("There were no transactions yet")).toBeVisible();
    await page.goto("/billing?as_of=yesterday");
    await expect(page.getByRole("region", { name: "Balance", exact: true })).toBeVisible();
  });
});

test("what is left of the grants is the balance", async ({ page, request }) => {
  const id = await signUp(page, "Grace Grant");
  await posted(request, id, { type: "topup", amount: "100", description: "Top-up" });
  await posted(request, id, { type: "spend", amount: "-80.5", description: "Work" });
  await page.goto("/billing/grants");
  const table = page.getByRole("table", { name: /Grants/ });
  await expect(table.locator("tbody tr")).toHaveCount(2);
  await expect(table.locator("tfoot")).toContainText("94.5000");
  await expect(table.locator("tfoot")).toContainText("175.0000");
});

test("a statement adds up, prints on one page, and its file is proved without us; a changed one is not", async ({
  page,
}) => {
  await asDemo(page);
  await page.goto("/billing/statements");
  const months = page.getByRole("table", { name: /Statements by month/ });
  // The month before this one is over.
  await months.locator("tbody tr").nth(1).getByRole("link").first().click();
  await page.waitForURL(/\/billing\/statements\/\d{4}-\d{2}$/);
  const sheet = page.getByRole("article", { name: "Balance statement" });
  await expect(sheet.getByText("Acme Research GmbH")).toBeVisible();
  const amountOf = async (name: RegExp) => {
    const cell = sheet.getByRole("row", { name }).getByRole("cell").last();
    return BigInt(
      plain(await cell.innerText())
        .replace("+", "")
        .replace(".", ""),
    );
  };
  const [opening, added] = [await amountOf(/^Opening balance/), await amountOf(/^Added/)];
  const [used, closing] = [await amountOf(/^(Used|Charged)/), await amountOf(/^Closing balance/)];
  expect(opening + added + used).toBe(closing);
  for (const format of ["A4", "Letter"] as const) expect(await printed(page, format)).toBe(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await page.emulateMedia({ media: null });

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Signed file" }).click(),
  ]);
  const file = await saved(download);
  const command = await page.getByText(/npx ecu verify-statement statement-/).innerText();
  const key = command.split(" --key ")[1] ?? "";
  const fine = await verify(file, "--key", key);
  expect(fine.out).toContain("Everything is as it was issued.");
  expect(fine.code).toBe(0);
  const text = await readFile(file, "utf8");
  const changed = `${file}.changed`;
  await writeFile(changed, text.replace(/"amount":|"closing":"/, '"closing":"9'));
  expect((await verify(changed)).code).toBe(1);
  const lines = text.split("\n");
  await writeFile(changed, lines.toSpliced(4, 1).join("\n"));
  const missing = await verify(changed, "--json");
  expect(missing.code).toBe(1);
  expect(JSON.parse(missing.out)).toMatchObject({ ok: false });
  expect((await verify(file, "--key", "A".repeat(43))).code).toBe(1);
});

test("any days have a statement, of either wallet; days ahead have none", async ({ page }) => {
  await signUp(page, "Sven Statement");
  await page.goto("/billing/statements");
  const today = utcDay(new Date());
  const dates = page.getByRole("dialog", { name: "Dates" });
  const choose = async (current: string | RegExp, from: string, to: string) => {
    await page.getByRole("button", { name: current }).click();
    await dates.getByLabel("From").fill(from);
    await dates.getByLabel("To", { exact: true }).fill(to);
    await dates.getByRole("button", { name: "Show days" }).click();
  };
  const open = page.getByRole("link", { name: "Open statement" });
  await choose("This month", "", today);
  await expect(page.getByRole("alert").getByText("A statement needs its first day")).toBeVisible();
  await expect(open).toHaveCount(0);
  await choose(/^Until /, addDays(today, -3), today);
  await open.click();
  await page.waitForURL(new RegExp(`/billing/statements/${addDays(today, -3)}_${today}`));
  const sheet = page.getByRole("article");
  await expect(sheet.getByRole("row", { name: /^Bonus credit/ })).toContainText("+75");
  await expect(sheet.getByText("not over yet")).toBeVisible();
  await page.goto("/billing/statements/2999-01");
  await expect(page.getByText(/not found|no such|does not exist/i).first()).toBeVisible();
});

test("billing details stand on statements and receipts, and in the audit log", async ({ page, request }) => {
  const id = await signUp(page, "Rita Receipt");
  await page.goto("/settings/account");
  const form = page.locator("form", { has: page.getByRole("heading", { name: "Billing details" }) });
  await form.getByLabel("Company or person").fill("Receipt & Sons Ltd");
  await form.getByLabel("Address", { exact: true }).fill("1 High Street");
  await form.getByRole("button", { name: "Save" }).click();
  // What is missing is said beside its field, and what was typed stays.
  await expect(form.getByText("City is required").or(form.getByText("is required")).first()).toBeVisible();
  await expect(form.getByLabel("Company or person")).toHaveValue("Receipt & Sons Ltd");
  await form.getByLabel("City").fill("London");
  await form.getByLabel("Country").selectOption("GB");
  await form.getByLabel("Tax ID (optional)").fill("gb 123456789");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel("Tax ID (optional)")).toHaveValue("GB 123456789");

  const row = { type: "topup", amount: "100", description: "Top-up by transfer" };
  await page.goto(`/billing?explain=${await posted(request, id, row)}`);
  await page.getByRole("link", { name: "Receipt", exact: true }).click();
  const sheet = page.getByRole("article", { name: /Receipt/ });
  await expect(sheet.getByText("Receipt & Sons Ltd")).toBeVisible();
  await expect(sheet.getByText("United Kingdom")).toBeVisible();
  await expect(sheet.getByText("Tax ID GB 123456789")).toBeVisible();
  await expect(sheet.getByText("+100 ECU")).toBeVisible();
  for (const format of ["A4", "Letter"] as const) expect(await printed(page, format)).toBe(1);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Signed file" }).click(),
  ]);
  const file = await saved(download);
  // Whole, and signed by a key that nobody named.
  const { code, out } = await verify(file, "--json");
  expect([code, JSON.parse(out)]).toEqual([2, expect.objectContaining({ ok: true, trusted: null })]);
  expect(await readFile(file, "utf8")).toContain("Receipt & Sons Ltd");
  await page.goto("/settings/audit");
  await expect(page.getByText("Changed the billing details").first()).toBeVisible();
});

test("a purchase that was partly paid back has a receipt and a credit note, each on one page, that lead to each other", async ({
  page,
}) => {
  await asDemo(page);
  await page.goto("/billing/statements");
  const notes = page.getByRole("region", { name: "Credit notes" });
  await notes
    .getByRole("link", { name: /^CN-\d{6}$/ })
    .first()
    .click();
  await page.waitForURL(/\/billing\/receipts\//);
  const note = page.getByRole("article", { name: "Credit note" });
  await expect(note.getByText(/^CN-\d{6} · /)).toBeVisible();
  await expect(note.getByText("Example Compute Ltd")).toBeVisible();
  await expect(note.getByText("Tax ID IE 0000000AA")).toBeVisible();
  await expect(note.getByRole("row", { name: "Total credited (no tax was charged) −$10.00" })).toBeVisible();
  await expect(note.getByText("Requested by customer")).toBeVisible();
  await expect(note.getByRole("row", { name: /^Tax/ })).toHaveCount(0);
  for (const format of ["A4", "Letter"] as const) expect(await printed(page, format)).toBe(1);
  const number = await note.getByText(/^CN-\d{6}$/).innerText();
  await note.getByRole("link", { name: /^Receipt R-\d{6}$/ }).click();
  const receipt = page.getByRole("article", { name: "Receipt" });
  await expect(receipt.getByRole("row", { name: "Total paid (no tax was charged) $25.00" })).toBeVisible();
  await expect(receipt.getByRole("row", { name: "Paid after refunds $15.00" })).toBeVisible();
  await expect(receipt.getByText(/cs_test_\w{20}/)).toHaveCount(0);
  await expect(page).toHaveTitle(/^Receipt R-\d{6}/);
  for (const format of ["A4", "Letter"] as const) expect(await printed(page, format)).toBe(1);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Signed file" }).click(),
  ]);
  expect((await verify(await saved(download), "--json")).code).toBe(2);
  await receipt.getByRole("link", { name: `Credit note ${number}` }).click();
  await expect(note).toBeVisible();
});

test("in the dark, paper is light all the same", async ({ page }) => {
  await asDemo(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/billing/statements");
  await page
    .getByRole("table", { name: /Receipts/ })
    .getByRole("link")
    .first()
    .click();
  const sheet = page.getByRole("article");
  await expect(sheet).toBeVisible();
  const ink = () => sheet.evaluate((element) => getComputedStyle(element).color);
  const onScreen = await ink();
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  expect(await ink()).toBe("rgb(22, 24, 29)");
  expect(onScreen).not.toBe("rgb(22, 24, 29)");
});
