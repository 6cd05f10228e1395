import { asDemo, newEmail, newestLink, PASSWORD, signOut } from "./demo";
import { expect, test } from "./fixtures";

test("who is invited by mail joins with a sign-in of their own, once, and sees no more than their role", async ({
  page,
  request,
}) => {
  const email = newEmail();
  await asDemo(page);
  await page.goto("/settings/members");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Role").last().selectOption("member");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByText("The invitation is on its way")).toBeVisible();
  await expect(page.getByRole("row", { name: email })).toBeVisible();
  const link = await newestLink(request, email);

  // An owner who opens the link does not join in somebody's name.
  await page.goto(link);
  await expect(page.getByText(`The invitation was sent to ${email}`)).toBeVisible();
  await page.context().clearCookies();
  await page.goto(link);
  await expect(page.getByLabel("E-mail")).toHaveValue(email);
  await page.getByLabel("Your name").fill("Ines Invited");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign up and join" }).click();
  await expect(page).toHaveURL(/\/billing$/);
  await expect(page.getByRole("button", { name: /Acme Research/ })).toBeVisible();

  await page.goto("/settings/keys");
  await expect(page.getByText("No API keys yet")).toBeVisible();

  await signOut(page, "Ines Invited");
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This invitation is over" })).toBeVisible();
});

test("the keys of others are not a member's to see", async ({ page }) => {
  await asDemo(page);
  await page.goto("/settings/keys");
  const keys = page.getByRole("table", { name: "API keys" }).getByRole("row");
  await expect(keys.nth(1)).toBeVisible();
  await page.context().clearCookies();
  await asDemo(page, "member");
  await page.goto("/settings/keys");
  await expect(page.getByText("No API keys yet")).toBeVisible();
});
