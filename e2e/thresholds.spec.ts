import type { APIRequestContext, Page } from "@playwright/test";
import { fillSignIn, mailsTo, newEmail, signUp, spend } from "./demo";
import { expect, test } from "./fixtures";

/** What is spent of the starter pack's 75 ECU to come from one threshold to the next. */
const STEPS = [
  { percent: 20, amount: "15", mail: false },
  { percent: 50, amount: "22.5", mail: true },
  { percent: 70, amount: "15", mail: true },
  { percent: 80, amount: "7.5", mail: true },
  { percent: 90, amount: "7.5", mail: true },
  { percent: 95, amount: "3.75", mail: true },
] as const;

/** The subjects of the mails about credits to somebody, in the order of their percentages. */
async function told(request: APIRequestContext, email: string): Promise<string[]> {
  return (await mailsTo(request, email))
    .map(({ subject }) => subject)
    .filter((subject) => subject.includes("of your credits are used"))
    .sort();
}

const banner = (page: Page, percent: number) =>
  page.getByRole("main").getByText(`${percent} % of your credits are used.`);

test("at each threshold of real spending one banner stands above the page, with the way to the form, and one mail is in the mailbox", async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const email = newEmail();
  const account = await signUp(page, "Theo Threshold", email);
  const mails: string[] = [];
  for (const { percent, amount, mail } of STEPS) {
    await spend(request, account, amount);
    await page.goto("/consumption");
    await expect(banner(page, percent)).toBeVisible();
    await expect(page.getByRole("main").getByText("of your credits are used.")).toHaveCount(1);
    if (mail) mails.push(`${percent} % of your credits are used`);
    await expect
      .poll(async () => (await told(request, email)).map((subject) => subject.split(" (")[0]), {
        timeout: 30_000,
      })
      .toEqual(mails);
  }
  await expect(banner(page, 95)).toBeVisible();
  await page.getByRole("region", { name: "Notices" }).getByRole("link", { name: "Add credit" }).click();
  await expect(page).toHaveURL(/\/billing\/buy/);
  await expect(page.getByRole("heading", { name: "Buy ECU" })).toBeVisible();

  // Nothing left: a notice that nobody can put away.
  await spend(request, account, "3.75");
  await page.goto("/billing");
  const fixed = page.getByRole("main").getByText("100 % of your credits are used.").first();
  await expect(fixed).toBeVisible();
  // Also not among those that are folded away.
  await expect(page.getByRole("button", { name: /^Put away:/, includeHidden: true })).toHaveCount(0);
});

test("the mail's button leads through the sign-in to the form of that account, and how mails come is chosen there", async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const email = newEmail();
  const account = await signUp(page, "Dora Deep", email);
  await spend(request, account, "71.25");
  await expect.poll(() => told(request, email), { timeout: 30_000 }).toHaveLength(1);
  const letter = (await mailsTo(request, email)).find(({ subject }) => subject.includes("95 %"))?.text ?? "";
  const link = /https?:\/\/\S*\/billing\/buy\S*/.exec(letter)?.[0] ?? "";
  expect(link).toContain(account);
  await page.context().clearCookies();
  await page.goto(new URL(link).pathname + new URL(link).search);
  await fillSignIn(page, email);
  await expect(page).toHaveURL(/\/billing\/buy/);
  await expect(page.getByRole("heading", { name: "Buy ECU" })).toBeVisible();

  await page.goto("/settings/alerts");
  await page.getByRole("radio", { name: /Once a week/ }).check();
  const mails = page.locator("form").filter({ has: page.getByRole("heading", { name: "Your e-mails" }) });
  await mails.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your choice is saved")).toBeVisible();
  const unusual = page
    .locator("form")
    .filter({ has: page.getByRole("heading", { name: "Unusual spending" }) });
  await unusual.getByRole("checkbox", { name: /E-mail/ }).uncheck();
  await unusual.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The way is saved")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: /Once a week/ })).toBeChecked();
  await expect(unusual.getByRole("checkbox", { name: /E-mail/ })).not.toBeChecked();
});

test("the clock in the header has four states: much left, some, little, and nothing", async ({
  page,
  request,
}) => {
  const account = await signUp(page, "Clara Clock");
  const clock = (name: string) => page.getByRole("button", { name });
  await page.goto("/consumption");
  await expect(clock("Credit: 100 % left")).toHaveClass(/text-good/);
  await spend(request, account, "37.5");
  await page.reload();
  await expect(clock("Credit: 50 % left")).toHaveClass(/text-warn-fill/);
  await spend(request, account, "22.5");
  await page.reload();
  await expect(clock("Credit: 20 % left")).toHaveClass(/text-bad/);
  await expect(clock("Credit: 20 % left").locator("circle")).toHaveCount(2);
  await spend(request, account, "15");
  await page.reload();
  await expect(clock("Credit: none left")).toHaveClass(/text-bad/);
  await expect(clock("Credit: none left").locator("circle")).toHaveCount(0);
  await clock("Credit: none left").click();
  await expect(page.getByRole("dialog", { name: "Credit" })).toBeVisible();
});
