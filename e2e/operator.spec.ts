import { execFileSync } from "node:child_process";
import AxeBuilder from "@axe-core/playwright";
import { newEmail, PASSWORD, signIn } from "./demo";
import { expect, test } from "./fixtures";

test("the operator's pages do not exist for a customer", async ({ page }) => {
  await signIn(page);
  for (const path of ["/admin/contracts", "/admin/leads", "/admin/events", "/admin/reconciliation"])
    expect((await page.goto(path))?.status()).toBe(404);
});

test("an operator of no account comes to the operator's pages, and signs out there", async ({ page }) => {
  await signIn(page, "operator");
  await expect(page).toHaveURL(/\/admin$/);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/sign-in/);
});

test("a contract is written down, invoiced, paid, and in the customer's ledger with its bonus", async ({
  page,
}) => {
  const email = newEmail();
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Odo Operator");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: /sign up|create/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));
  await page.goto("/billing/buy");
  await page.getByLabel("How much a year").fill("500,000 ECU");
  await page.getByRole("button", { name: "Talk to sales" }).click();
  await expect(page.getByText("Your message is with us")).toBeVisible();
  execFileSync(process.execPath, ["lib/cli/bin.mjs", "set-operator", email], {
    env: { ...process.env, ECU_DATA_DIR: process.env.E2E_DATA_DIR ?? ".cache/e2e" },
  });
  const wallet = (await (await page.request.get("/api/v1/credits/wallet/")).json()) as { account_id: string };

  await page.goto("/admin/leads");
  await expect(page.getByRole("row", { name: new RegExp(email) })).toContainText("500,000 ECU");

  await page.goto("/admin/contracts/new");
  await page.getByLabel("Account ID").fill(wallet.account_id);
  await page.getByLabel("Name").fill("Annual 2027");
  await page.getByLabel("Due (UTC day)").fill("2030-12-15");
  await page.getByLabel("Amount, USD").fill("0.1");
  await page.getByLabel("Credit, ECU").fill("100000");
  await page.getByLabel("Bonus, ECU").fill("20000");
  await page.getByRole("button", { name: "Write it down" }).click();
  await expect(page.getByText("is less than Stripe can charge")).toBeVisible();
  await page.getByLabel("Amount, USD").fill("10000");
  await page.getByRole("button", { name: "Write it down" }).click();
  await page.waitForURL(/\/admin\/contracts$/);
  await page.getByRole("button", { name: "Send now" }).click();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  const invoice = page.getByRole("link", { name: "Invoice" });
  const address = (await invoice.getAttribute("href")) ?? "";

  await page.goto(address);
  await page.getByLabel("Card number").fill("4242 4242 4242 4242");
  await page.getByLabel("Expiry").fill("12 / 40");
  await page.getByLabel("CVC").fill("123");
  await page.getByLabel("Name on card").fill("Odo Operator");
  await page.getByRole("button", { name: /^Pay/ }).click();
  await expect(async () => {
    await page.goto("/billing?type=contract_grant,bonus_grant");
    await expect(page.getByRole("row", { name: /bonus_grant/ })).toContainText("+20,000", { timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  await expect(page.getByRole("row", { name: /contract_grant/ })).toContainText("+100,000");

  for (const path of ["/admin/contracts", "/admin/leads", "/admin/events", "/admin/reconciliation"]) {
    await page.goto(path);
    await expect(page.getByRole("navigation", { name: "Operator" })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${path}: ${id} ${nodes[0]?.html}`)).toEqual([]);
  }
});
