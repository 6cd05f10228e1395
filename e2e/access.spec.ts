import {
  asDemo,
  fillSignIn,
  mailsTo,
  newEmail,
  newestLink,
  PASSWORD,
  readDemo,
  signOut,
  signUp,
} from "./demo";
import { expect, test } from "./fixtures";

test("a wrong password is refused beside the form, and what was typed stays", async ({ page }) => {
  await page.goto("/sign-in");
  await fillSignIn(page, "mira@acme.example", "not the password");
  await expect(page.getByRole("alert").filter({ hasText: /password/i })).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue("mira@acme.example");
});

test("a deep link survives signing in, and signing out ends the session", async ({ page }) => {
  await page.goto("/billing?type=topup");
  await expect(page).toHaveURL(/sign-in/);
  const person = readDemo().users[0]!;
  await fillSignIn(page, person.email, person.password);
  await expect(page).toHaveURL(/\/billing\?type=topup/);
  await signOut(page, "Mira Kovač");
  await page.goto("/billing");
  await expect(page).toHaveURL(/sign-in/);
});

test("a newcomer signs up and finds the starter pack and a first thing to do", async ({ page }) => {
  await signUp(page, "Ada Newcomer");
  await page.goto("/billing");
  await expect(page.getByText("Free starter pack").first()).toBeVisible();
  await expect(page.getByText(/75\.?0* available/)).toBeVisible();
  await page.goto("/usage");
  await expect(page.getByText(/curl/).first()).toBeVisible();
});

test("who signs up with an address that has a sign-in is told nothing, and its owner has mail", async ({
  page,
  request,
}) => {
  const email = readDemo().users[0]!.email;
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Eve");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign up", exact: true }).click();
  await expect(page.getByText(`We have written to ${email}`)).toBeVisible();
  const subjects = async () =>
    (await mailsTo(request, email)).map(({ subject, text }) => `${subject} ${text}`);
  await expect
    .poll(async () => (await subjects()).join(), { timeout: 30_000 })
    .toContain("You have a sign-in already");
});

test("a welcome mail proves the address to who signed up, and to nobody else", async ({ page, request }) => {
  const email = newEmail();
  await signUp(page, "Ada Newcomer", email);
  const link = await newestLink(request, email, "confirm-address");
  await page.goto(link);
  await expect(page).toHaveURL(/\/billing$/);
  await page.context().clearCookies();
  await asDemo(page);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link is not yours" })).toBeVisible();
});

test("a forgotten password is set anew by a link in a mail, once", async ({ page, request }) => {
  const email = newEmail();
  await signUp(page, "Bo Forgetful", email);
  await page.context().clearCookies();
  await page.goto("/forgot-password");
  await page.getByLabel("E-mail").fill(email);
  await page
    .getByRole("button")
    .filter({ hasText: /link|reset|send/i })
    .click();
  const link = await newestLink(request, email);
  const set = async (password: string) => {
    await page.goto(link);
    await page.getByLabel("New password").fill(password);
    await page.getByRole("button", { name: "Set the password" }).click();
  };
  await set(`${PASSWORD} again`);
  await expect(page.getByText("Your password is set")).toBeVisible();
  await set(`${PASSWORD} a third time`);
  await expect(page.getByRole("link", { name: "Ask for a new link" })).toBeVisible();
});

test("a key is shown once, works at once, and is over when it is revoked", async ({ page, request }) => {
  await asDemo(page);
  await page.goto("/settings/keys");
  await page.getByRole("button", { name: "New API key" }).click();
  const dialog = page.getByRole("dialog");
  const name = `Key of ${Date.now()}`;
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("button", { name: "Create" }).click();
  const code = page.getByText(/^ecu_[A-Za-z0-9]{20,}$/).first();
  const key = (await code.innerText()).trim();
  const read = async () =>
    (await request.get("/api/v1/usage", { headers: { authorization: `Bearer ${key}` } })).status();
  expect(await read()).toBe(200);
  await dialog.getByRole("button", { name: "I have copied it" }).click();
  const row = page.getByRole("row", { name });
  await row.getByRole("button", { name: "Revoke" }).click();
  await page
    .getByRole("alertdialog")
    .or(page.getByRole("dialog"))
    .getByRole("button", { name: /revoke/i })
    .click();
  await expect.poll(read).toBe(401);
});

test("members do not get to what is not theirs to see, and are told who changes what they only read", async ({
  page,
}) => {
  await asDemo(page, "member");
  await page.goto("/settings/audit");
  await expect(page.getByRole("heading", { name: "Your role does not open the audit log" })).toBeVisible();
  for (const path of ["alerts", "auto-recharge"]) {
    await page.goto(`/settings/${path}`);
    await expect(
      page.getByText("Owners, admins and billing members of this account can change them."),
    ).toBeVisible();
  }
});
