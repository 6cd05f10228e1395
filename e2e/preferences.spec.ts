import { fillSignIn, newEmail, signUp, spend } from "./demo";
import { elsewhere, expect, test } from "./fixtures";

test("numbers, time zone and theme are the person's own, from the first paint on, on every device", async ({
  page,
  browser,
  request,
}) => {
  const email = newEmail();
  const account = await signUp(page, "Jo Wegner", email);
  await spend(request, account, "0.0625");
  await page.goto("/settings/profile");
  const form = page.locator("#preferences");
  await form.getByLabel("Numbers").selectOption({ label: "1.234.567,89" });
  await form.getByLabel("Time zone").selectOption("Asia/Tokyo");
  await form.getByLabel("Theme").selectOption("dark");
  await Promise.all([page.waitForEvent("load"), form.getByRole("button", { name: "Save" }).click()]);
  await expect(page.locator("html")).toHaveClass(/dark/);
  await page.goto("/billing");
  await expect(page.getByRole("banner")).toContainText("74,9375 ECU");
  await expect(page.getByRole("table", { name: /Transactions/ })).toContainText("−0,0625");
  const time = page
    .getByRole("table", { name: /Transactions/ })
    .locator("time")
    .first();
  await time.hover();
  await expect(time).toHaveAttribute("title", /UTC\n.*GMT\+9, your time \(Asia\/Tokyo\)/);

  // Elsewhere: the server's own answer wears the theme and the numbers, before any script has run.
  const other = await elsewhere(browser, { colorScheme: "light", locale: "en-US" });
  await other.goto("/sign-in?next=/billing");
  await fillSignIn(other, email);
  await other.waitForURL(({ pathname }) => pathname === "/billing");
  const html = await (await other.request.get("/billing")).text();
  expect(html).toMatch(/<html[^>]*class="[^"]*\bdark\b/);
  expect(html).toContain("74,9375");
  expect(html).not.toContain("74.9375 ");
  await expect(other.locator("html")).toHaveClass(/dark/);

  // Files and the API stay as they are.
  const wallet = (await (await other.request.get("/api/v1/credits/wallet")).json()) as { balance: string };
  expect(wallet.balance).toBe("74.9375");
  expect(await (await other.request.get("/api/v1/transactions.csv")).text()).toContain("-0.0625");
  await other.close();
});

test("whoever chose nothing reads numbers as their browser's language writes them, and its theme", async ({
  browser,
}) => {
  const page = await elsewhere(browser, { locale: "de-CH", colorScheme: "dark" });
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await signUp(page, "Urs Egli");
  await page.goto("/billing");
  await expect(page.getByRole("banner")).toContainText("75 ECU");
  await expect(page.getByText(/of 10’000 runs left/).first()).toBeVisible();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await page.emulateMedia({ colorScheme: "light" });
  await expect(page.locator("html")).not.toHaveClass(/dark/);
  expect(faults).toEqual([]);
  await page.close();
});
