import { expectAccessible } from "./accessible";
import { mailsTo, newEmail, newestLink, signUp } from "./demo";
import { expect, test } from "./fixtures";

test("who has not confirmed their address is told so where it matters, gets the link once more, and invites then", async ({
  page,
  request,
}) => {
  const email = newEmail();
  const colleague = newEmail();
  await signUp(page, "Vera Verify", email);
  await page.goto("/settings/members");
  const notice = page.getByRole("status").filter({ hasText: "Confirm your address" });
  await expect(notice).toContainText(email);
  await expectAccessible(page, "main");
  const invite = async () => {
    await page.getByLabel("E-mail").fill(colleague);
    await page.getByRole("button", { name: "Invite", exact: true }).click();
  };
  await invite();
  await expect(page.getByText("Confirm your address first")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue(colleague);
  await notice.getByRole("button", { name: "Send the link again" }).click();
  await expect(page.getByText(`A link is on its way to ${email}`)).toBeVisible();
  const asked = async () =>
    (await mailsTo(request, email)).filter(({ text }) => text.includes("browser in which you are signed in"));
  await expect.poll(async () => (await asked()).length, { timeout: 30_000 }).toBe(1);
  await page.goto("/settings/profile");
  await expect(notice).toBeVisible();

  await page.goto(await newestLink(request, email, "confirm-address"));
  await expect(page).toHaveURL(/\/billing$/);
  await page.goto("/settings/members");
  await expect(page.getByRole("table", { name: "Members" })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await invite();
  await expect(page.getByText("The invitation is on its way")).toBeVisible();
  expect(await newestLink(request, colleague)).toContain("/invitation?token=");
});
