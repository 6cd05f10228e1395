import type { APIRequestContext, Page } from "@playwright/test";
import { mailsTo, newEmail, postFor, readDemo, signUp } from "./demo";
import { expect, test } from "./fixtures";

// Each on an account of its own: it begins with 75 ECU.
let account = "";
let email = "";
test.beforeEach(async ({ page }) => {
  email = newEmail();
  account = await signUp(page, "Bea Buyer", email);
});

/** Goes to the page where credit is paid. */
async function begin(page: Page, amount: string): Promise<void> {
  await page.goto("/billing");
  await page.getByRole("link", { name: "Buy Now" }).click();
  await page.getByRole("radio", { name: new RegExp(`^${amount} `) }).check({ force: true });
  await page.getByRole("button", { name: new RegExp(`^Buy ${amount} ECU for`) }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/checkout/"));
}

async function payByCard(page: Page, number: string): Promise<void> {
  await page.getByLabel("Card number").fill(number);
  await page.getByLabel("Expiry").fill("12 / 40");
  await page.getByLabel("CVC").fill("123");
  await page.getByLabel("Name on card").fill("Bea Buyer");
  await page.getByRole("button", { name: /^Pay / }).click();
}

/** Reads the balance and the newest row where people read them. */
async function expectInTheBooks(
  page: Page,
  balance: string,
  description: RegExp,
  amount: string,
): Promise<void> {
  await page.goto("/billing");
  await expect(page.getByRole("region", { name: "Balance" }).getByText(/ECU\s*≈/)).toContainText(balance, {
    timeout: 20_000,
  });
  const row = page.getByRole("table").getByRole("row").filter({ hasText: description }).first();
  await expect(row).toContainText(amount);
  await expect(row).toContainText(balance);
}

test("credit is bought with a good card and is in the balance on the page that comes back", async ({
  page,
}) => {
  await begin(page, "250");
  // The stand-in says on its own pages too what it is.
  await expect(page.getByText("Sandbox: no real money.")).toBeVisible();
  await payByCard(page, "4242 4242 4242 4242");
  await expect(page.getByRole("heading", { name: "250 ECU added" })).toBeVisible();
  await expect(page.getByRole("main").getByText("325 ECU")).toBeVisible();
  await expect(page.getByRole("link", { name: "Receipt" })).toBeVisible();
  await expect(page.getByText("Stripe sandbox: no real money")).toBeVisible();
  await expectInTheBooks(page, "325", /Top-up of 250 ECU/, "+250");
});

test("a declined card is said on the payment page, which stays open for a good one", async ({ page }) => {
  await begin(page, "100");
  await payByCard(page, "4000 0000 0000 0002");
  await expect(page.getByText("Your card was declined.")).toBeVisible();
  await payByCard(page, "4242 4242 4242 4242");
  await expect(page.getByRole("heading", { name: "100 ECU added" })).toBeVisible();
  await expectInTheBooks(page, "175", /Top-up of 100 ECU/, "+100");
});

test("a card whose bank asks is paid once the person has answered", async ({ page }) => {
  await begin(page, "100");
  await payByCard(page, "4000 0027 6000 3184");
  await page.getByRole("button", { name: "Complete authentication" }).click();
  await expect(page.getByRole("heading", { name: "100 ECU added" })).toBeVisible();
  await expectInTheBooks(page, "175", /Top-up of 100 ECU/, "+100");
});

test("a bank debit adds nothing until the bank has paid, and then by itself", async ({ page, request }) => {
  await begin(page, "500");
  await page.getByLabel("US bank account").check();
  await page.getByLabel("Account holder").fill("Bea Buyer");
  await page.getByLabel("Routing number").fill("110000000");
  await page.getByLabel("Account number").fill("000123456789");
  await page.getByRole("button", { name: /^Pay / }).click();
  await expect(page.getByRole("heading", { name: "Your payment is on its way" })).toBeVisible();
  await expect(page.getByRole("main").getByText("75 ECU")).toBeVisible();
  // Four working days later: the sandbox's clock is moved on.
  await request.post(`${readDemo().stripe_sandbox_url}/_sandbox/clock`, { data: { advanceSeconds: 600 } });
  await expect(page.getByRole("heading", { name: "500 ECU added" })).toBeVisible({ timeout: 30_000 });
  await expectInTheBooks(page, "575", /Top-up of 500 ECU/, "+500");
});

test("auto-recharge is rehearsed, switched on, and fills the balance up when a spend takes it below", async ({
  page,
  request,
}) => {
  await fillUpWith(page, "4242 4242 4242 4242");
  await expect(page.getByRole("region", { name: "Rehearsal" })).toContainText(/would/);
  await page.getByRole("button", { name: "Switch auto-recharge on" }).click();
  await expect(page.getByText("The balance is watched")).toBeVisible();

  await goBelow(request);
  const row = page.getByRole("table").getByRole("row").filter({ hasText: "Auto-recharge of 100 ECU" });
  await expect(async () => {
    await page.goto("/billing");
    await expect(row).toContainText("+100", { timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  await page.goto("/settings/auto-recharge");
  await expect(page.getByRole("row").filter({ hasText: "$10.00" })).toBeVisible();
});

test("a recharge that the bank declines is said above every page, whose button leads to where another card is chosen, and by mail", async ({
  page,
  request,
}) => {
  await fillUpWith(page, "4000 0000 0000 0341");
  await page.getByRole("button", { name: "Switch auto-recharge on" }).click();
  await expect(page.getByText("The balance is watched")).toBeVisible();
  await goBelow(request);
  const said = page
    .getByRole("region", { name: "Notices" })
    .getByText("Auto-recharge failed: the card was declined.");
  await expect(async () => {
    await page.goto("/usage");
    await expect(said).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  // It is not for a person to put away: it is over when another card is charged.
  await expect(page.getByRole("button", { name: /^Put away: Auto-recharge/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Fix the card" }).click();
  await page.waitForURL(/\/settings\/auto-recharge/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const subjects = async () => (await mailsTo(request, email)).map(({ subject }) => subject);
  await expect.poll(subjects, { timeout: 30_000 }).toContain("Auto-recharge of $10.00 was declined");
  // Nothing came, and nothing was charged.
  await page.goto("/billing");
  await expect(page.getByRole("table").getByRole("row").filter({ hasText: "Auto-recharge" })).toHaveCount(0);
});

/** Fills in the form of auto-recharge: below 50 ECU, 100 are bought with a card that is saved first. */
async function fillUpWith(page: Page, number: string): Promise<void> {
  await page.goto("/settings/auto-recharge");
  await page.getByRole("button", { name: /add a card/i }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/checkout/"));
  await page.getByLabel("Card number").fill(number);
  await page.getByLabel("Expiry").fill("12 / 40");
  await page.getByLabel("CVC").fill("123");
  await page.getByLabel("Name on card").fill("Bea Buyer");
  await page.getByRole("button", { name: /Save/ }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/settings/auto-recharge"));
  await page.getByLabel("Threshold in ECU").fill("50");
  await page.getByLabel("Add in ECU").fill("100");
}

/** Spends 52 ECU, so that less than the threshold is left. */
async function goBelow(request: APIRequestContext): Promise<void> {
  const charged = await postFor(request, account, "/api/v1/usage-events", {
    ...{ id: "big", feature: "model_inference", operation: "chat", model: "gpt-4o", cost_usd: "4" },
  });
  expect(charged.status).toBe(207);
}
