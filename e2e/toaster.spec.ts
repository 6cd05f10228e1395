import { signUp } from "./demo";
import { expect, test } from "./fixtures";

test("what is said of an action is read also where the script of the notices does not come, and the page goes on", async ({
  page,
}) => {
  let isMissing = true;
  let missed = 0;
  await page.route("**/_next/static/**/*.js*", async (route) => {
    const answer = await route.fetch();
    if (!isMissing || !(await answer.text()).includes("data-sonner-toaster"))
      return route.fulfill({ response: answer });
    missed += 1;
    return route.abort();
  });
  await signUp(page, "Nora Notice");
  await page.goto("/settings/profile");
  const name = page.getByLabel("Name", { exact: true });
  const save = page.locator("form", { has: name }).getByRole("button", { name: "Save" });
  await name.fill("Nora Plain");
  await save.click();
  const plain = page.getByRole("alert").getByText("Saved");
  await expect(plain).toBeVisible();
  expect(missed).toBeGreaterThan(0);
  await page.getByRole("alert").getByRole("button", { name: "Close" }).click();
  await expect(plain).toHaveCount(0);
  isMissing = false;
  await name.fill("Nora Notice");
  await save.click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});
