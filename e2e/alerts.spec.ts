import type { APIRequestContext } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { fillSignIn, mailsTo, newEmail, newestLink, postFor, signUp, spend } from "./demo";
import { expect, test } from "./fixtures";

/** The mails to an address in the local mailbox that say something. */
async function mailsThatSay(request: APIRequestContext, email: string, words: string): Promise<string[]> {
  return (await mailsTo(request, email)).flatMap(({ text }) => (text.includes(words) ? [text] : []));
}

test("what is used stands above the page and in the mailbox, is put away for good, and comes again when it is worse", async ({
  page,
  request,
}) => {
  const email = newEmail();
  const account = await signUp(page, "Alma Alert", email);
  const banner = (percent: number) =>
    page.getByRole("main").getByText(`${percent} % of your credits are used.`);
  await spend(request, account, "37.5");
  await page.goto("/billing");
  await expect(banner(50)).toBeVisible();
  await expect
    .poll(() => mailsThatSay(request, email, "50 % of your credits are used").then(({ length }) => length), {
      timeout: 30_000,
    })
    .toBe(1);
  await page.getByRole("button", { name: "Put away: 50 % of your credits are used." }).click();
  await expect(banner(50)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(banner(50)).toHaveCount(0);

  // The page stays open, and learns of it by itself.
  await spend(request, account, "22.5");
  await expect(banner(80)).toBeVisible({ timeout: 20_000 });
  await expect
    .poll(() => mailsThatSay(request, email, "80 % of your credits are used").then(({ length }) => length), {
      timeout: 30_000,
    })
    .toBe(1);
  const [mail] = await mailsThatSay(request, email, "80 % of your credits are used");
  const link = /https?:\/\/\S*\/billing\/buy\S*/.exec(mail ?? "")?.[0] ?? "";
  expect(link).toContain(account);

  // Its link leads to the form through the sign-in.
  await page.context().clearCookies();
  await page.goto(link);
  await fillSignIn(page, email);
  await expect(page).toHaveURL(/\/billing\/buy/);
  await expect(page.getByRole("heading", { name: "Buy ECU" })).toBeVisible();
  await page.goto("/usage");
  await expect(banner(80)).toBeVisible();
  await page.getByRole("region", { name: "Notices" }).getByRole("link", { name: "Add credit" }).click();
  await expect(page).toHaveURL(/\/billing\/buy/);
});

test("of several notices the worst stands above the page and the others are opened by the keyboard, each with its own way to be put away", async ({
  page,
  request,
}) => {
  const account = await signUp(page, "Nora Notice");
  await spend(request, account, "37.5");
  const runs = { id: "all-runs", feature: "tool_run", quantities: { run: "10000" } };
  expect((await postFor(request, account, "/api/v1/usage-events", runs)).status).toBeLessThan(300);
  await page.goto("/pricing");
  const notices = page.getByRole("region", { name: "Notices" });
  const half = notices.getByText("50 % of your credits are used.");
  await expect(notices.getByText("100 % of your tool runs are used.")).toBeVisible();
  await expect(notices.getByRole("alert")).toHaveCount(1);
  await expect(half).toBeHidden();
  const more = notices.getByRole("button", { name: "and 1 more" });
  await expect(more).toHaveAttribute("aria-expanded", "false");
  await more.press("Enter");
  await expect(more).toHaveAttribute("aria-expanded", "true");
  await expect(half).toBeVisible();
  await expectAccessible(page, "main");
  await notices.getByRole("button", { name: "Put away: 50 % of your credits are used." }).press("Enter");
  await expect(half).toHaveCount(0);
  await expect(notices).toBeFocused();
  await expect(more).toHaveCount(0);
  await page.reload();
  await expect(notices.getByText("100 % of your tool runs are used.")).toBeVisible();
  await expect(half).toHaveCount(0);
});

test("alerts are set, changed, previewed, removed, and put back to the defaults", async ({
  page,
  request,
}) => {
  const email = newEmail();
  await signUp(page, "Otto Own", email);
  // Alerts go to further addresses from whoever has shown that their own is theirs.
  await page.goto(await newestLink(request, email, "confirm-address"));
  await expect(page).toHaveURL(/\/billing$/);
  await page.goto("/settings/alerts");
  const list = page.getByRole("list", { name: "Alerts: Credits" });
  await expect(list.getByRole("listitem")).toHaveCount(7);
  await page.getByRole("button", { name: "New alert: Credits" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("When").selectOption("amount");
  await form.getByRole("button", { name: "Create alert" }).click();
  await expect(form.getByRole("alert").first()).toBeVisible();
  await form.getByLabel("ECU", { exact: true }).fill("12.5");
  await form.getByLabel("Other addresses").fill("finance@example.com");
  await expectAccessible(page, '[role="dialog"]');
  await form.getByRole("button", { name: "Create alert" }).click();
  await expect(form).toHaveCount(0);
  const row = list.getByRole("listitem").filter({ hasText: "12.5 ECU left" });
  await expect(row).toContainText("finance@example.com");
  await row.getByRole("button", { name: "Preview the e-mail at 12.5 ECU left" }).click();
  await expect(form).toContainText("Your credits are down to 12.5 ECU");
  await page.keyboard.press("Escape");
  await row.getByRole("button", { name: "Edit the alert at 12.5 ECU left" }).click();
  await form.getByLabel("ECU", { exact: true }).fill("10");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(list.getByRole("listitem").filter({ hasText: "10 ECU left" })).toBeVisible();
  await expectAccessible(page);
  await list
    .getByRole("listitem")
    .filter({ hasText: "10 ECU left" })
    .getByRole("button", { name: "Remove" })
    .click();
  await form.getByRole("button", { name: "Remove" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(7);
  await page.getByRole("button", { name: "Back to defaults" }).click();
  await form.getByRole("button", { name: "Back to defaults" }).click();
  await expect(page.getByText("These are the defaults.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Back to defaults" })).toHaveCount(0);
});
