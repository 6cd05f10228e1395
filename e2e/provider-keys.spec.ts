import { signUp } from "./demo";
import { expect, test } from "./fixtures";

test("a provider's key goes in, shows its last four characters only, is replaced, and is revoked", async ({
  page,
}) => {
  await signUp(page, "Kim Keys");
  await page.goto("/settings/provider-keys");
  await page.getByRole("button", { name: "Add a key" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Provider").selectOption("openai");
  const field = dialog.getByLabel("Key", { exact: true });
  await expect(field).toHaveAttribute("type", "password");
  await field.fill("short");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog.getByRole("alert")).toContainText("too short");
  await field.fill("sk-first-of-all-keys-1111");
  await dialog.getByRole("button", { name: "Add" }).click();
  await expect(dialog).toHaveCount(0);
  const rows = page.getByRole("table", { name: "Provider keys" }).getByRole("row");
  await expect(rows.nth(1)).toContainText("1111");
  expect(await page.content()).not.toContain("first-of-all");

  await rows
    .nth(1)
    .getByRole("button", { name: /^Replace/ })
    .click();
  await field.fill("sk-second-of-all-keys-2222");
  await dialog.getByRole("button", { name: "Replace" }).click();
  await expect(rows.nth(1)).toContainText("2222");
  await expect(rows.nth(2)).toContainText("revoked");

  await rows.nth(1).getByRole("button", { name: "Revoke" }).click();
  await dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(rows.filter({ hasText: "2222" })).toContainText("revoked");
  await expect(page.getByRole("button", { name: /^Replace/ })).toHaveCount(0);
  expect(await page.content()).not.toContain("second-of-all");
});
