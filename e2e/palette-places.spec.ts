import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { asDemo, newEmail, readDemo, signUp } from "./demo";
import { elsewhere, expect, test } from "./fixtures";

async function choose(page: Page, typed: string, option: RegExp): Promise<void> {
  const palette = page.getByRole("dialog", { name: "Search the console" });
  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await palette.getByRole("combobox").fill(typed);
  await expect(palette.getByRole("option", { selected: true })).toHaveText(option);
  await page.keyboard.press("Enter");
  await expect(palette).toHaveCount(0);
}

test("the palette switches to another account of the person, whose balance stands there then", async ({
  page,
}) => {
  await asDemo(page);
  const northwind = readDemo().accounts.find(({ name }) => name === "Northwind Labs")!.id;
  await page.goto("/usage");
  await expect(page.getByRole("button", { name: /Acme Research/ })).toBeVisible();
  await choose(page, "northwind", /Switch to Northwind Labs/);
  await page.waitForURL(new RegExp(`account=${northwind}`));
  await expect(page.getByRole("button", { name: /Northwind Labs/ })).toBeVisible();
  await page.goto("/usage");
  await expect(page.getByRole("button", { name: /Northwind Labs/ })).toBeVisible();
  await choose(page, "acme", /Switch to Acme Research/);
  await expect(page.getByRole("button", { name: /Acme Research/ })).toBeVisible();
});

test("the palette leads operators to their pages, and offers them to nobody else", async ({ page }) => {
  const email = newEmail();
  await signUp(page, "Olaf Operator", email);
  await page.goto("/pricing");
  const palette = page.getByRole("dialog", { name: "Search the console" });
  await page.keyboard.press("Control+k");
  await palette.getByRole("combobox").fill("liability");
  await expect(palette.getByText(/Nothing is called/)).toBeVisible();
  await expect(palette.getByRole("option")).toHaveCount(0);
  makeOperator(email);
  await page.goto("/pricing");
  await choose(page, "liability", /liability.*Operator/i);
  await page.waitForURL(/\/admin\/liability/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/liability/i);
});

test("operators find a customer by name, address and id on any page, and its page opens", async ({
  browser,
  page,
}) => {
  const name = `Quill ${Date.now()}`;
  const customer = await elsewhere(browser);
  const email = newEmail();
  const account = await signUp(customer, name, email);
  await customer.goto("/billing");
  await customer.keyboard.press("Control+k");
  await customer.getByRole("dialog").getByRole("combobox").fill("Acme");
  // What others are called is nobody's business but the operators'.
  await expect(customer.getByText("Nothing is called “Acme”.")).toBeVisible();

  await asDemo(page, "operator");
  await page.goto("/admin/health");
  const palette = page.getByRole("dialog", { name: "Search the console" });
  await page.getByRole("button", { name: /^Search…/ }).click();
  const field = palette.getByRole("combobox");
  const found = palette.getByRole("group", { name: "Customers" }).getByRole("option");
  for (const typed of [name.toLowerCase(), email, account]) {
    await field.fill(typed);
    await expect(found).toHaveText(new RegExp(`^${name}.*75 ECU`));
  }
  await expectAccessible(page, '[role="dialog"]');
  await expect(palette.getByRole("status")).toHaveText("1 customer found");
  await field.fill("nobody is called this");
  await expect(palette.getByText("Nothing is called “nobody is called this”.")).toBeVisible();
  await field.fill(email);
  await expect(palette.getByRole("option", { selected: true })).toContainText(name);
  await expect(palette.getByRole("status")).toHaveText("1 customer found");
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`/admin/accounts/${account}$`));
  await expect(palette).toHaveCount(0);
  await expect(page.getByRole("heading", { name })).toBeVisible();
});

function makeOperator(email: string): void {
  const demo = process.env.E2E_DATA_DIR ?? ".cache/e2e";
  execFileSync(process.execPath, ["lib/cli/bin.mjs", "set-operator", email], {
    env: { ...process.env, ECU_DATA_DIR: demo },
  });
}
