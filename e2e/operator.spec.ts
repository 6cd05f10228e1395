import { execFileSync } from "node:child_process";
import type { Locator } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { asDemo, newEmail, readFor, signIn, signUp } from "./demo";
import { expect, test } from "./fixtures";

// The bonus of the contract counts against the operator's day.
const LIMITS = ["--daily-credits", "20000", "--daily-tool-runs", "0"];

test("an operator of no account comes to the operator's pages, and signs out there", async ({ page }) => {
  await signIn(page, "operator");
  await expect(page).toHaveURL(/\/admin$/);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/sign-in/);
});

test("what an operator's address names and is not there is said within their frame", async ({ page }) => {
  await asDemo(page, "operator");
  const none = "00000000-0000-7000-8000-000000000000";
  for (const path of [
    `accounts/${none}`,
    `bills/${none}`,
    `re-rates/${none}`,
    "rate-cards/99999",
    "nowhere",
  ]) {
    await page.goto(`/admin/${path}`);
    await expect(page.getByRole("heading", { name: "There is no such thing here" }), path).toBeVisible();
    await expect(page.getByRole("navigation").getByRole("link", { name: "Health" }), path).toBeVisible();
  }
  await page.getByRole("link", { name: "Go to the overview" }).click();
  await expect(page).toHaveURL(/\/admin$/);
});

test("the overview's figures of the month are those of the pages that they lead to", async ({ page }) => {
  await asDemo(page, "operator");
  const figure = (name: string) =>
    page.getByRole("term").filter({ hasText: name }).locator("xpath=following-sibling::dd");
  const textOf = async (place: Locator) => (await place.first().innerText()).trim();
  // What others do meanwhile moves them: what counts is that both are the same where nothing moved.
  const onPages = async () => {
    await page.goto("/admin/liability");
    const month = page.getByRole("table", { name: "Paid credit by month" }).getByRole("row").nth(1);
    const stated = (name: string) => textOf(figure(name));
    const liability = {
      sold: await textOf(month.getByRole("cell").nth(1)),
      deferred: await stated("Deferred revenue"),
      promotional: await stated("Promotional credit"),
    };
    await page.goto("/admin/margins");
    const trend = page.getByRole("table", { name: "Margins per month" }).getByRole("row").nth(1);
    const [used, margin] = [trend.getByRole("cell").nth(2), trend.getByRole("cell").nth(6)];
    return { ...liability, used: await textOf(used), margin: await textOf(margin) };
  };
  await expect(async () => {
    const before = await onPages();
    await page.goto("/admin");
    const shown = {
      sold: await textOf(figure("Credit sold").nth(1)),
      deferred: await textOf(figure("Deferred revenue")),
      promotional: await textOf(figure("Promotional credit")),
      used: await textOf(figure("Usage charged")),
      margin: await textOf(figure("Gross margin")),
    };
    expect(await onPages()).toEqual(before);
    const { sold, ...rest } = before;
    expect(shown).toEqual({ ...rest, sold: expect.stringContaining(`${sold.replace(/\.?0+$/, "")}`) });
  }).toPass({ timeout: 60_000 });

  await page.goto("/admin");
  await page.getByRole("link", { name: "Gross margin" }).click();
  await expect(page).toHaveURL(/\/admin\/margins#trend$/);
  await expect(page.getByRole("heading", { name: "Trend" })).toBeInViewport();
});

test("a contract is written down, invoiced, paid, and in the customer's ledger with its bonus", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const email = newEmail();
  const account = await signUp(page, "Odo Operator", email);
  await page.goto("/billing/buy");
  await page.getByLabel("Yearly volume").fill("500,000 ECU");
  await page.getByRole("button", { name: "Talk to sales" }).click();
  await expect(page.getByText("Your message is with us")).toBeVisible();
  execFileSync(process.execPath, ["lib/cli/bin.mjs", "set-operator", email, ...LIMITS], {
    env: { ...process.env, ECU_DATA_DIR: process.env.E2E_DATA_DIR ?? ".cache/e2e" },
  });

  await page.goto("/admin/leads");
  const lead = page.getByRole("row", { name: new RegExp(email) });
  await expect(lead).toContainText("500,000 ECU");
  await expect(lead.getByRole("link", { name: /^Odo/ })).toHaveAttribute(
    "href",
    `/admin/accounts/${account}`,
  );

  // Who agrees begins from there: whose contract it is, and what was asked for, stands there already.
  await lead.getByRole("link", { name: /^Begin a contract/ }).click();
  await page.waitForURL(/\/admin\/contracts\/new\?/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New contract");
  await expect(page.getByRole("main")).toContainText(email);
  await expect(page.getByText("500,000 ECU")).toBeVisible();
  await expect(page.getByText("balance 75 ECU")).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText("You have 20,000 of 20,000 ECU left")).toBeVisible();
  // Another one can be meant, and a pasted id is enough: whose it is stands under it.
  await page.getByLabel("Account", { exact: true }).fill("");
  await expect(page.getByText("balance 75 ECU")).toHaveCount(0);
  await page.getByLabel("Account", { exact: true }).fill(account);
  await expect(page.getByText("balance 75 ECU")).toBeVisible();
  await page.getByLabel("Name").fill("Annual 2027");
  await page.getByLabel("Due (UTC day)").fill("2030-12-15");
  await page.getByLabel("Amount (USD)").fill("0.1");
  await page.getByLabel("Credit (ECU)").fill("100000");
  await page.getByLabel("Bonus (ECU)").fill("20000");
  await page.getByRole("button", { name: "Create contract" }).click();
  await expect(page.getByText("is less than Stripe can charge")).toBeVisible();
  await page.getByLabel("Amount (USD)").fill("10000");
  await page.getByRole("button", { name: "Create contract" }).click();
  await page.waitForURL(/\/admin\/contracts$/);
  // The bonus was all of the operator's day, which the next form says before it is filled in.
  await page.goto("/admin/grants/new");
  const amount = page.getByLabel("Amount");
  await expect(amount).toHaveAccessibleDescription(/You have 0 of 20,000 ECU left/);
  await page.getByLabel("Credit or tool runs").selectOption("Tool runs");
  await expect(amount).toHaveAccessibleDescription(/You have 0 of 0 tool runs left/);
  await page.goto("/admin/contracts");
  const contract = page.locator("section").filter({ hasText: `${account.slice(0, 8)}…${account.slice(-4)}` });
  await contract.getByRole("button", { name: "Send now" }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const invoice = contract.getByRole("link", { name: "Invoice" });
  const address = (await invoice.getAttribute("href")) ?? "";

  await page.goto(address);
  await page.getByLabel("Card number").fill("4242 4242 4242 4242");
  await page.getByLabel("Expiry").fill("12 / 40");
  await page.getByLabel("CVC").fill("123");
  await page.getByLabel("Name on card").fill("Odo Operator");
  await page.getByRole("button", { name: /^Pay/ }).click();
  await expect(async () => {
    await page.goto("/billing?type=contract_grant,bonus_grant");
    await expect(page.getByRole("row", { name: /Contract bonus/ })).toContainText("+20,000", {
      timeout: 2_000,
    });
  }).toPass({ timeout: 40_000 });
  await expect(page.getByRole("row", { name: /Contract credit/ })).toContainText("+100,000");

  // Stripe's own event may be applied once more, and posts nothing twice.
  const before = await readFor(page.request, account, "/api/v1/credits/wallet");
  await page.goto("/admin/events");
  const paid = page.getByRole("row", { name: /invoice\.paid/ }).first();
  await expect(async () => {
    await page.reload();
    await expect(paid).toContainText("applied", { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await paid.getByRole("button", { name: "Replay invoice.paid" }).click();
  await expect(page.getByText("It is applied once more; the same key never posts twice")).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(paid).toContainText("(tried 2 times)", { timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  await expect(paid).toContainText("applied");
  expect(await readFor(page.request, account, "/api/v1/credits/wallet")).toMatchObject({
    balance: before.balance,
  });

  // With something in them, that is.
  await page.goto("/admin/leads");
  await lead.getByRole("combobox").selectOption("Lost");
  await expect(lead.getByRole("link", { name: /^Begin a contract/ })).toHaveCount(0);
  for (const path of ["/admin/contracts", "/admin/leads", "/admin/events"]) {
    await page.goto(path);
    await expectAccessible(page);
  }
});
