import { execFileSync } from "node:child_process";
import type { Browser, Page } from "@playwright/test";
import { z } from "zod";
import { expectAccessible } from "./accessible";
import { asDemo, newEmail, postFor, readDemo, readFor, signIn, signUp, spend } from "./demo";
import { elsewhere, expect, test } from "./fixtures";

// Three people, each in a browser of their own.
test.describe.configure({ timeout: 180_000 });

/** A new operator, who belongs to no account that matters here, in a browser of their own. */
async function newOperator(browser: Browser, name: string): Promise<Page> {
  const page = await elsewhere(browser);
  const email = newEmail();
  await signUp(page, name, email);
  execFileSync(process.execPath, ["lib/cli/bin.mjs", "set-operator", email], {
    env: { ...process.env, ECU_DATA_DIR: process.env.E2E_DATA_DIR ?? ".cache/e2e" },
  });
  return page;
}

/** The demo's two operators, each in a browser of their own. */
async function twoOperators(browser: Browser): Promise<[Page, Page]> {
  const pages: [Page, Page] = [await elsewhere(browser), await elsewhere(browser)];
  for (const [no, page] of pages.entries()) await asDemo(page, "operator", no);
  return pages;
}

async function newCustomer(browser: Browser): Promise<{ page: Page; account: string; email: string }> {
  const page = await elsewhere(browser);
  const email = newEmail();
  return { page, email, account: await signUp(page, "Cora Customer", email) };
}

test("a balance is found, corrected with a colleague, and the customer is told", async ({ browser }) => {
  const customer = await newCustomer(browser);
  const ada = await elsewhere(browser);
  await asDemo(ada, "operator");
  const bob = await newOperator(browser, "Bob Operator");

  await ada.goto("/admin/accounts");
  await ada.getByLabel(/Name, account ID/).fill(customer.email);
  await ada.getByLabel(/Name, account ID/).press("Enter");
  // The head and the one that was looked for.
  await expect(ada.getByRole("table").getByRole("row")).toHaveCount(2);
  await ada.getByRole("table").getByRole("link").first().click();
  await expect(ada.getByText("75.0000", { exact: true }).first()).toBeVisible();
  await expectAccessible(ada);
  await ada.getByRole("link", { name: "Correct the balance" }).click();
  await ada.getByLabel("Reason").fill("Credited twice by mistake");
  for (const [written, said] of [
    ["1,5", "write it with a point and without commas, such as 12.5"],
    ["99999999999999", "write at most 10 digits before the point"],
  ] as const) {
    await ada.getByLabel("Amount").fill(written);
    await ada.getByRole("button", { name: "Preview" }).click();
    await expect(ada.getByText(said)).toBeVisible();
  }
  await ada.getByLabel("Amount").fill("-80.5");
  await ada.getByRole("button", { name: "Preview" }).click();
  await expect(ada.getByRole("status").filter({ hasText: "Balance after it" })).toContainText("−5.5");
  await expectAccessible(ada);
  await ada.getByRole("button", { name: "Propose it" }).click();
  await ada.waitForURL(/\/admin\/corrections$/);
  await ada
    .getByRole("row", { name: /Credited twice/ })
    .first()
    .getByRole("button")
    .click();
  const own = ada.getByRole("dialog");
  await expect(own.getByText("You proposed this. Another operator approves it.")).toBeVisible();
  await expect(own.getByRole("button", { name: "Approve and post" })).toHaveCount(0);

  await bob.goto("/admin/corrections");
  await expect(bob.getByRole("row", { name: /Credited twice/ }).first()).toContainText("−80.5");
  await expectAccessible(bob);
  await bob
    .getByRole("row", { name: /Credited twice/ })
    .first()
    .getByRole("button", { name: "Decide" })
    .click();
  await expect(bob.getByRole("dialog")).toContainText("−5.5");
  await bob.getByRole("button", { name: "Approve and post" }).click();
  await expect(bob.getByText("It is posted", { exact: true })).toBeVisible();

  const wallet = await readFor(bob.request, customer.account, "/api/v1/credits/wallet/");
  expect(wallet.balance).toBe("-5.5");
  await customer.page.goto("/billing?type=admin_correction");
  await expect(customer.page.getByRole("row", { name: /Credited twice by mistake/ })).toContainText("−80.5");
});

test("an account is found by typing and taken by the keyboard, in forms and in filters", async ({
  browser,
  page,
}) => {
  const customer = await newCustomer(browser);
  await asDemo(page, "operator");
  await page.goto("/admin/corrections/new");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New correction");
  const field = page.getByRole("combobox", { name: "Account" });
  await field.fill("nobody is called this");
  await expect(page.getByText("No account is found by “nobody is called this”.")).toBeVisible();
  await field.press("Escape");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByText("Choose an account from the list.")).toBeVisible();
  // By an address; arrows go round, Enter takes what is marked, and the form is not sent by it.
  await field.fill(customer.email);
  const options = page.getByRole("listbox", { name: "Accounts" }).getByRole("option");
  await expect(options).toHaveCount(1);
  await expectAccessible(page);
  await field.press("ArrowDown");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await field.press("Enter");
  await expect(options).toHaveCount(0);
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/balance 75 ECU/);
  await expectAccessible(page);
  await page.getByLabel("Amount").fill("5");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Balance after it" })).toContainText("80");
  await page.getByRole("link", { name: "All corrections" }).click();
  await page.waitForURL(/\/admin\/corrections$/);

  // A link's account stands there already, also with tool runs, and is another one when it is typed over.
  await page.goto(`/admin/grants/new?account=${customer.account}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New promotional credit");
  await expect(field).toHaveAccessibleDescription(/balance 75 ECU/);
  await field.click();
  await page.keyboard.type("Acme");
  await expect(options.first()).toContainText("Acme");
  await options.first().click();
  await expect(field).not.toHaveAccessibleDescription(/balance 75 ECU/);

  await page.goto("/admin/audit?of=accounts");
  await field.fill(customer.email);
  await expect(options).toHaveCount(1);
  await field.press("Enter");
  await page.waitForURL(new RegExp(`of=accounts.*account=${customer.account}`));
  await expect(page.getByRole("row", { name: /Opened the account/ })).toHaveCount(1);
});

test("promotional credit is proposed by one operator and given by another", async ({ browser }) => {
  const customer = await newCustomer(browser);
  const [ada, bob] = await twoOperators(browser);
  await ada.goto(`/admin/grants/new?account=${customer.account}`);
  await ada.getByLabel("Amount").fill("25");
  await ada.getByLabel("Reason").fill("Welcome aboard");
  // A day is written as it is read, or chosen by keys: a week and a day after what was written.
  const lastDay = ada.getByLabel("Last day (UTC)");
  await lastDay.fill("23 Dec 2090");
  await ada.getByRole("button", { name: "Open the calendar" }).click();
  await expect(ada.getByRole("button", { name: "23 Dec 2090" })).toBeFocused();
  await expectAccessible(ada);
  await ada.keyboard.press("ArrowDown");
  await ada.keyboard.press("ArrowRight");
  await ada.keyboard.press("Enter");
  await expect(lastDay).toHaveValue("31 Dec 2090");
  await ada.getByRole("button", { name: "Preview" }).click();
  await ada.getByRole("button", { name: "Propose it" }).click();
  await ada.waitForURL(/\/admin\/grants$/);
  await bob.goto(`/admin/accounts/${customer.account}`);
  await bob.getByRole("button", { name: "Decide" }).click();
  await bob.getByRole("button", { name: "Approve and post" }).click();
  await expect(bob.getByText("It is posted", { exact: true })).toBeVisible();
  const wallet = await readFor(bob.request, customer.account, "/api/v1/credits/wallet/");
  expect(wallet.balance).toBe("100");
});

test("who gives a charge back sees the colleague who is at it already, before proposing and before approving", async ({
  browser,
}) => {
  const customer = await newCustomer(browser);
  const { account } = customer;
  await spend(customer.page.request, account, "10");
  const answer = await customer.page.request.get("/api/v1/transactions?limit=1");
  const [charge] = z.array(z.object({ id: z.string() })).parse(await answer.json());
  const [ada, bob] = await twoOperators(browser);
  const [adasAddress = "", bobsAddress = ""] = readDemo()
    .users.filter(({ role }) => role === "operator")
    .map(({ email }) => email);
  const looked = async (page: Page, amount: string, reason: string) => {
    await page.goto(`/admin/corrections/new?transaction=${charge?.id}`);
    await page.getByLabel("Amount").fill(amount);
    await page.getByLabel("Reason").fill(reason);
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Balance after it" })).toBeVisible();
    await expect(page.getByText("was put right before")).toHaveCount(0);
  };
  await looked(ada, "10", "All of it");
  await looked(bob, "4", "A part of it");
  await ada.getByRole("button", { name: "Propose it" }).click();
  await ada.waitForURL(/\/admin\/corrections$/);

  // What was proposed since it was looked at is said, and stands there to be seen; only then it can be meant all the same.
  await bob.getByRole("button", { name: "Propose it" }).click();
  await expect(bob.getByText(/A correction by 10 was proposed for this transaction already/)).toBeVisible();
  await expect(bob.getByRole("listitem").filter({ hasText: adasAddress })).toContainText(
    "+10 ECU by a correction, proposed",
  );
  await expectAccessible(bob);
  await bob.getByRole("button", { name: "Propose it" }).click();
  await bob.waitForURL(/\/admin\/corrections$/);

  const decide = async (page: Page, reason: string) => {
    await page.goto(`/admin/accounts/${account}`);
    await page.getByRole("row", { name: reason }).getByRole("button", { name: "Decide" }).click();
    return page.getByRole("dialog");
  };
  const ofAda = await decide(bob, "All of it");
  const other = ofAda.getByRole("listitem").filter({ hasText: bobsAddress });
  await expect(other).toContainText("+4 ECU by a correction, proposed");
  const ofBob = await decide(ada, "A part of it");
  await ofBob.getByRole("button", { name: "Approve and post" }).click();
  await expect(ada.getByText("It is posted", { exact: true })).toBeVisible();
  // It was posted while the other one was looked at: it is shown as it is now, and approved knowingly.
  await ofAda.getByRole("button", { name: "Approve and post" }).click();
  await expect(ofAda.getByText(/A correction by 4 was posted for this transaction already/)).toBeVisible();
  await expect(other).toContainText("+4 ECU by a correction, posted");
  await ofAda.getByRole("button", { name: "Approve and post" }).click();
  await expect(bob.getByText("It is posted", { exact: true })).toBeVisible();
  const wallet = await readFor(bob.request, account, "/api/v1/credits/wallet/");
  expect(wallet.balance).toBe("79");
});

test("an operator sees an account as its people do, and can change nothing", async ({ browser }) => {
  const customer = await newCustomer(browser);
  // A view belongs to a session: this one is shared with no other test.
  const ada = await elsewhere(browser);
  await signIn(ada, "operator");
  await ada.goto(`/admin/accounts/${customer.account}`);
  await ada.getByRole("button", { name: "View as customer" }).click();
  await ada.getByLabel("Reason").fill("Ticket 42");
  await ada.getByRole("button", { name: "View the account" }).click();
  await ada.waitForURL(/\/billing/);
  const strip = ada.getByRole("region", { name: "View of an account" });
  for (const path of [
    "/billing",
    "/usage",
    "/consumption",
    "/pricing",
    "/cost-preview",
    "/billing/buy",
    "/settings/account",
    "/settings/members",
    "/settings/teams",
    "/settings/keys",
    "/settings/budgets",
    "/settings/alerts",
    "/settings/auto-recharge",
    "/settings/payment-methods",
    "/settings/mandates",
    "/settings/audit",
    "/settings/profile",
  ]) {
    const answer = await ada.goto(path);
    expect(answer?.status(), path).toBe(200);
    await expect(strip).toBeVisible();
  }
  await ada.goto("/settings/profile");
  await expectAccessible(ada);
  const csv = await ada.request.get("/api/v1/transactions.csv", {
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(await csv.text()).toContain("Free starter pack");
  await customer.page.goto("/settings/audit");
  await expect(customer.page.getByText("Looked at the account, to help")).toBeVisible();
  await strip.getByRole("button", { name: "Leave the view" }).click();
  await ada.waitForURL(new RegExp(`/admin/accounts/${customer.account}`));
});

test("calls are priced anew, each customer's difference is seen first, and a colleague has it posted", async ({
  browser,
}) => {
  const customer = await newCustomer(browser);
  const [ada, bob] = await twoOperators(browser);
  const event = { id: "run-1", feature: "judge_run", quantities: { run: "500" } };
  expect((await postFor(ada.request, customer.account, "/api/v1/usage-events", event)).status).toBeLessThan(
    300,
  );
  const before = await readFor(ada.request, customer.account, "/api/v1/credits/wallet/");

  await ada.goto(`/admin/accounts/${customer.account}/terms`);
  await ada.getByRole("button", { name: "Agree own prices" }).click();
  await ada.waitForURL(/\/drafts\//);
  await ada.getByRole("button", { name: "Add a price" }).click();
  const price = ada.getByRole("dialog");
  await price.getByLabel("Feature").fill("judge_run");
  await price.getByLabel("Meter").fill("run");
  await price.getByLabel("Price", { exact: true }).fill("0.004");
  await price.getByRole("button", { name: "Take over" }).click();
  await ada.getByRole("button", { name: "Save", exact: false }).first().click();
  await ada.getByRole("button", { name: "Publish…" }).click();
  await ada.getByRole("button", { name: "Publish", exact: true }).click();
  await ada.waitForURL(/\/admin\/rate-cards\/\d+/);
  await ada.goto(`/admin/re-rates/new?account=${customer.account}`);
  const today = new Date().toISOString().slice(0, 10);
  await ada.getByLabel("First day (UTC)").fill(today);
  await ada.getByLabel("Last day (UTC)").fill(today);
  await ada.getByLabel("Reason").fill("Agreed in spring");
  await expectAccessible(ada);
  await ada.getByRole("button", { name: "See each customer’s difference" }).click();
  await ada.waitForURL(/\/admin\/re-rates\/[0-9a-f-]{36}/);
  await expect(ada.getByText("no difference").or(ada.getByText("not posted"))).toBeVisible({
    timeout: 30_000,
  });
  await expect(ada.getByText("You proposed this. Another operator approves it.")).toBeVisible();
  await expectAccessible(ada);
  await bob.goto(ada.url());
  await bob.getByRole("button", { name: "Decide" }).click();
  await bob.getByRole("button", { name: "Approve and post" }).click();
  await expect(bob.getByText("Approved: it is being posted")).toBeVisible();
  const balance = async () =>
    (await readFor(bob.request, customer.account, "/api/v1/credits/wallet/")).balance;
  await expect.poll(balance, { timeout: 30_000 }).toBe(String(Number(before.balance) + 3));
  await customer.page.goto("/billing?type=refund");
  await expect(customer.page.getByRole("row", { name: /priced anew: Agreed in spring/ })).toContainText("+3");
  // Reports of usage say it too, so that they are the ledger.
  for (const path of ["/usage/calls", "/consumption"]) {
    await customer.page.goto(path);
    const line = "Re-rates gave back 3 ECU in these days, so that 2 ECU were charged in all.";
    await expect(customer.page.getByText(line)).toBeVisible();
  }
});

test("a plan and limits are set for an account: what is wrong is said beside its field, and what is right holds at once", async ({
  browser,
  page,
}) => {
  const customer = await newCustomer(browser);
  await asDemo(page, "operator");
  await page.goto(`/admin/accounts/${customer.account}/terms`);
  const limits = page.locator("form", { has: page.getByRole("heading", { name: "Limits", exact: true }) });
  await expect(limits).toContainText("New deployments may start.");
  const set = limits.getByRole("button", { name: "Set the limits" });
  await expect(set).toBeDisabled();
  await limits.getByLabel("Low limit (ECU)").fill("100");
  await limits.getByLabel("Negative limit (ECU)").fill("5");
  await set.click();
  const negative = limits.getByLabel("Negative limit (ECU)");
  await expect(negative).toHaveAttribute("aria-invalid", "true");
  await expect(limits.getByLabel("Low limit (ECU)")).toHaveValue("100");
  await negative.fill("-5");
  await set.click();
  await expect(page.getByText("The limits are set")).toBeVisible();
  await expect(limits).toContainText("Nothing new may be deployed now.");
  const instance = { id: "late", kind: "guardrail", hardware: "cpu-small" };
  const refused = await postFor(page.request, customer.account, "/api/v1/instances", instance);
  expect(refused.status).toBeGreaterThanOrEqual(400);
  await customer.page.goto("/usage/instances");
  await expect(customer.page.getByText("New deployments are disabled.").first()).toBeVisible();

  const plan = page.locator("form", { has: page.getByRole("heading", { name: "Plan", exact: true }) });
  await plan.getByLabel("Name").fill("Scale-up");
  await plan.getByLabel("Note").fill("Until the end of the year");
  await plan.getByRole("button", { name: "Set the plan" }).click();
  await expect(page.getByText("The plan is set")).toBeVisible();
  await page.reload();
  await expect(plan.getByLabel("Name")).toHaveValue("Scale-up");
  await expect(plan).toContainText("Set by");
  await page.goto(`/admin/audit?of=accounts&account=${customer.account}`);
  await expect(page.getByRole("table")).toContainText("operator@ecu.example");
});

test("the back office does not exist for a customer", async ({ browser }) => {
  const { page, account } = await newCustomer(browser);
  for (const path of ["accounts", `accounts/${account}`, "corrections", "grants", "re-rates", "re-rates/new"])
    expect((await page.goto(`/admin/${path}`))?.status()).toBe(404);
});

test("an operator finds a customer's payment, its receipt and its page at Stripe, where it is refunded", async ({
  browser,
}) => {
  const customer = await newCustomer(browser);
  await customer.page.goto("/billing/buy");
  await customer.page.getByRole("radio", { name: /^250 / }).check({ force: true });
  await customer.page.getByRole("button", { name: /^Buy 250 ECU for/ }).click();
  await customer.page.getByLabel("Card number").fill("4242 4242 4242 4242");
  await customer.page.getByLabel("Expiry").fill("12 / 40");
  await customer.page.getByLabel("CVC").fill("123");
  await customer.page.getByLabel("Name on card").fill("Cora Customer");
  await customer.page.getByRole("button", { name: /^Pay / }).click();
  await expect(customer.page.getByRole("heading", { name: "250 ECU added" })).toBeVisible();

  const ada = await elsewhere(browser);
  await asDemo(ada, "operator");
  await ada.goto(`/admin/accounts/${customer.account}`);
  const tabs = ada.getByRole("navigation", { name: "Account" });
  await tabs.getByRole("link", { name: "Payments" }).click();
  await expect(ada.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(ada.getByText(/refund the payment at Stripe, whole or in part/)).toBeVisible();
  const row = ada.getByRole("table", { name: /^Payments/ }).getByRole("row", { name: /Purchase, 250 ECU/ });
  await expect(row).toContainText("$25.00");
  await expect(row.getByText("Paid", { exact: true })).toBeVisible();
  const receipt = await row.getByRole("link", { name: "Receipt" }).getAttribute("href");
  expect(await (await ada.request.get(receipt ?? "")).text()).toContain("$25.00");
  const file = await ada.request.get(`/api/admin/accounts/${customer.account}/payments.csv`, {
    headers: { "sec-fetch-site": "same-origin" },
  });
  const lines = (await file.text()).trimEnd().split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("topup,paid,250,25.00,0.00,0.00,usd");
  await row.getByRole("link", { name: /^Purchase/ }).click();
  const panel = ada.getByRole("dialog", { name: "Payment" });
  await expect(panel.getByText(/To give money back, refund the payment at Stripe/)).toBeVisible();
  await expectAccessible(ada);

  const stripe = await elsewhere(browser);
  await stripe.goto(
    (await panel.getByRole("link", { name: "Open it at Stripe" }).getAttribute("href")) ?? "",
  );
  await stripe.getByRole("link", { name: /^ch_/ }).first().click();
  await stripe.getByRole("button", { name: "Refund what is left" }).click();
  await expect(async () => {
    await ada.reload();
    await expect(panel.getByText("All of it was paid back", { exact: false })).toBeVisible({
      timeout: 2_000,
    });
  }).toPass({ timeout: 30_000 });
  // Its rows, the payment's and the refund's, come to nothing, and lead to the ledger.
  await panel.getByRole("link", { name: /^Refund of/ }).click();
  await expect(ada.getByRole("dialog", { name: "Why this amount?" })).toContainText("−250");
  await expectAccessible(ada);
  await ada.keyboard.press("Escape");
  const rows = ada.getByRole("table", { name: /^Transactions/ }).locator("tbody tr");
  await expect(rows).toHaveCount(3);
  await tabs.getByRole("link", { name: "Payments" }).click();
  await ada.getByRole("link", { name: "Refunded or disputed" }).click();
  await expect(ada.getByRole("row", { name: /Purchase, 250 ECU/ })).toContainText("Refunded");
  await ada.getByRole("link", { name: "Not paid" }).click();
  await expect(ada.getByText("No payment is like that")).toBeVisible();
  // Whoever takes data of an account away stands in its log.
  await ada.goto(`/admin/audit?of=accounts&account=${customer.account}`);
  await expect(ada.getByRole("row", { name: /Saved a file/ })).toContainText("payments-");
});
