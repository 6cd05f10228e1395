import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { asDemo, fillSignIn, newEmail, newestLink, PASSWORD, postFor, readFor, signUp } from "./demo";
import { elsewhere, expect, test } from "./fixtures";

test("a team and its project are made, get people, name usage, and are renamed and archived", async ({
  page,
  request,
}) => {
  const account = await signUp(page, "Tilda Teams");
  await page.goto("/settings/teams");
  const form = page.getByRole("dialog");
  await page.getByRole("button", { name: "New team" }).click();
  await form.getByRole("button", { name: "Create" }).click();
  await expect(form.getByRole("alert").first()).toBeVisible();
  await form.getByLabel("Name").fill("Core Research");
  await expect(form.getByLabel("Word in usage events")).toHaveValue("core-research");
  await expectAccessible(page, '[role="dialog"]');
  await form.getByRole("button", { name: "Create" }).click();
  const team = page.getByRole("table", { name: "Teams" }).getByRole("row", { name: /Core Research/ });
  await expect(team).toContainText("core-research");
  await team.getByRole("button", { name: "0 members, members of Core Research" }).click();
  const ticked = page.getByRole("menuitemcheckbox", { name: "Tilda Teams" });
  await ticked.click();
  await expect(ticked).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(team.getByRole("button", { name: "1 member, members of Core Research" })).toBeVisible();

  // The same word again is refused where it is typed, and what was typed stays.
  await page.getByRole("button", { name: "New team" }).click();
  await form.getByLabel("Name").fill("Core research");
  await form.getByRole("button", { name: "Create" }).click();
  await expect(form.getByRole("alert").first()).toBeVisible();
  await expect(form.getByLabel("Name")).toHaveValue("Core research");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "New project" }).click();
  await form.getByLabel("Name").fill("Eval harness");
  await form.getByLabel("Team").selectOption({ label: "Core Research" });
  await form.getByRole("button", { name: "Create" }).click();
  const project = page.getByRole("table", { name: "Projects" }).getByRole("row", { name: /Eval harness/ });
  await expect(project).toContainText("Core Research");
  await postFor(request, account, "/api/v1/usage-events", {
    ...{ id: "of-a-team", model: "gpt-4o", input_tokens: 1_000, output_tokens: 100 },
    ...{ team: "core-research", project: "eval-harness" },
  });
  await page.goto("/consumption");
  await expect(page.getByText("Core Research").first()).toBeVisible();

  await page.goto("/settings/teams");
  await project.getByRole("button", { name: "Edit Eval harness" }).click();
  await form.getByLabel("Name", { exact: true }).fill("Harness");
  await form.getByRole("checkbox", { name: /archived/i }).check();
  await form.getByRole("button", { name: "Save" }).click();
  const renamed = page.getByRole("table", { name: "Projects" }).getByRole("row", { name: /Harness/ });
  await expect(renamed).toContainText("archived");
  await expect(renamed).toContainText("eval-harness");
});

test("an account gets another name, and who changed it stands in the audit log", async ({ page }) => {
  await signUp(page, "Anna Named");
  await page.goto("/settings/account");
  const name = page.getByLabel("Account name");
  const form = page.locator("form").filter({ has: name });
  await expect(form.getByRole("button", { name: "Save" })).toBeDisabled();
  await name.fill("  ");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("alert").first()).toBeVisible();
  await name.fill("Lighthouse Labs");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("banner").getByRole("button", { name: /Lighthouse Labs/ })).toBeVisible();
  await page.goto("/settings/audit");
  const deed = page
    .getByRole("table", { name: "Audit log" })
    .getByRole("row", { name: /Renamed the account/ });
  await expect(deed).toContainText("Anna Named");
  await expect(deed).toContainText("Lighthouse Labs");
  await expectAccessible(page);
});

test("a member's role is changed and ended by an owner, and counts from their next page on", async ({
  page,
  browser,
  request,
}) => {
  const email = newEmail();
  await asDemo(page);
  await page.goto("/settings/members");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Role").last().selectOption("member");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByText("The invitation is on its way")).toBeVisible();
  const theirs = await elsewhere(browser);
  await theirs.goto(await newestLink(request, email));
  const name = `Rolf Role ${Date.now()}`;
  await theirs.getByLabel("Your name").fill(name);
  await theirs.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await theirs.getByRole("button", { name: "Sign up and join" }).click();
  await expect(theirs).toHaveURL(/\/billing$/);
  await theirs.goto("/settings/audit");
  await expect(theirs.getByText("Owners, admins and billing members")).toBeVisible();
  await expect(theirs.getByRole("table", { name: "Audit log" })).toHaveCount(0);

  await page.reload();
  await page.getByLabel(`Role of ${name}`).selectOption("billing");
  await expect(page.getByText(`${name} has another role now`)).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole("table", { name: "Audit log" })).toBeVisible();

  const row = page.getByRole("table", { name: "Members" }).getByRole("row", { name: new RegExp(name) });
  await row.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText(`${name} is no longer a member`)).toBeVisible();
  await expect(row).toHaveCount(0);
  await theirs.goto("/billing");
  await expect(theirs).toHaveURL(/\/welcome/);
  await theirs.close();
});

test("a password is changed only by who knows the one before, and ends every other session", async ({
  page,
  browser,
}) => {
  const email = newEmail();
  await signUp(page, "Petra Password", email);
  const other = await elsewhere(browser);
  await other.goto("/sign-in");
  await fillSignIn(other, email);
  await expect(other).toHaveURL(/\/billing/);

  await page.goto("/settings/profile");
  const change = async (current: string, next: string) => {
    await page.getByLabel("Current password").fill(current);
    await page.getByLabel("New password").fill(next);
    await page.getByRole("button", { name: "Change password" }).click();
  };
  const next = "winter light on slate walls";
  await change("not the one", next);
  await expect(page.getByLabel("Current password")).toHaveAttribute("aria-invalid", "true");
  await change(PASSWORD, "short");
  await expect(page.getByLabel("New password")).toHaveAttribute("aria-invalid", "true");
  await change(PASSWORD, next);
  await expect(page.getByText("Your password is changed, and other sessions are signed out")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await other.reload();
  await expect(other).toHaveURL(/sign-in/);
  await fillSignIn(other, email);
  await expect(other.getByRole("alert").filter({ hasText: /password/i })).toBeVisible();
  await fillSignIn(other, email, next);
  await expect(other).toHaveURL(/\/settings\/profile|\/billing/);
  await other.close();
});

test("cards are saved at Stripe, one is the default, and a removed one is gone", async ({ page }) => {
  await signUp(page, "Carla Card");
  const save = async (number: string) => {
    await page.getByRole("button", { name: "Add a card" }).click();
    await page.waitForURL((url) => url.pathname.startsWith("/checkout/"));
    await page.getByLabel("Card number").fill(number);
    await page.getByLabel("Expiry").fill("12 / 40");
    await page.getByLabel("CVC").fill("123");
    await page.getByLabel("Name on card").fill("Carla Card");
    await page.getByRole("button", { name: /Save/ }).click();
    await page.waitForURL((url) => url.pathname.startsWith("/settings/payment-methods"));
  };
  const cards = page.getByRole("table", { name: "Payment methods" });
  await page.goto("/settings/payment-methods");
  await expect(page.getByText("No card is saved")).toBeVisible();
  await save("4242 4242 4242 4242");
  const visa = cards.getByRole("row", { name: /Visa ending in 4242/ });
  await expect(async () => {
    await page.reload();
    await expect(visa).toContainText("12 / 2040", { timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await expect(visa).toContainText("default");
  await save("5555 5555 5555 4444");
  const second = cards.getByRole("row", { name: /ending in 4444/ });
  await expect(async () => {
    await page.reload();
    await expect(second).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await expectAccessible(page);
  await makeDefault(page, /ending in 4444/);
  await visa.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("The card is removed")).toBeVisible();
  await expect(visa).toHaveCount(0);
  await expect(second).toContainText("default");
});

async function makeDefault(page: Page, name: RegExp): Promise<void> {
  const row = page.getByRole("table", { name: "Payment methods" }).getByRole("row", { name });
  if (await row.getByText("default", { exact: true }).isVisible()) return;
  await row.getByRole("button", { name: "Make default" }).click();
  await expect(row.getByText("default", { exact: true })).toBeVisible();
}

test("the sub-pages of a setting keep its tab, and reading the audit log needs a role", async ({
  page,
  request,
}) => {
  const account = await signUp(page, "Wanda Webhook");
  const { body } = await postFor(request, account, "/api/v1/webhooks", {
    url: "https://example.com/hooks",
  });
  await page.goto(`/settings/webhooks/${String(body.id)}`);
  const tabs = page.getByRole("navigation", { name: "Settings" });
  await expect(tabs.getByRole("link", { name: "Webhooks" })).toHaveAttribute("aria-current", "true");
  await expect(tabs.locator("[aria-current]")).toHaveCount(1);
  expect(await readFor(request, account, `/api/v1/webhooks/${String(body.id)}`)).toMatchObject({
    url: "https://example.com/hooks",
  });
});
