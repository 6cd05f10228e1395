import { displayPercent } from "@/lib/values/display/percent";
import { expectAccessible } from "./accessible";
import { asDemo, readDemo } from "./demo";
import { expect, test } from "./fixtures";

test("the clock in the header says what is left of both wallets, and who the account is", async ({
  page,
  context,
  request,
}) => {
  const wallet = await request
    .get("/api/v1/credits/wallet", { headers: { authorization: `Bearer ${readDemo().account_key}` } })
    .then((answer) => answer.json());
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await asDemo(page);
  await page.goto("/billing");
  const clock = page.getByRole("button", {
    name: `Credit: ${displayPercent(wallet.remaining_percent)} left`,
  });
  await clock.click();
  const panel = page.getByRole("dialog", { name: "Credit" });
  await expect(panel.getByText("Credits", { exact: true })).toBeVisible();
  await expect(
    panel.getByRole("img", { name: `Tool runs: ${displayPercent(wallet.tool_runs.remaining_percent)} left` }),
  ).toBeVisible();
  await panel.getByRole("button", { name: /copy account id/ }).click();
  await expect(panel.getByText("Copied")).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(wallet.account_id);
  await expectAccessible(page, '[role="dialog"]');
  await page.keyboard.press("Escape");
  await expect(clock).toBeFocused();
});
