import { displayDescription } from "@/lib/values/display/description";
import { asDemo, readDemo, signIn } from "./demo";
import { expect, test } from "./fixtures";

test("is ready when the start says so", async ({ request }) => {
  const health = await request.get("/api/health");
  expect(health.status()).toBe(200);
  expect(await health.json()).toMatchObject({ status: "ready", missing: [] });
});

test("a newcomer signs in with what the start printed, and sees the same ledger as the API", async ({
  page,
  request,
}) => {
  const headers = { authorization: `Bearer ${readDemo().account_key}` };
  await page.goto("/");
  await expect(page).toHaveURL(/sign-in/);
  await signIn(page);
  await page.goto("/billing");
  const newest = await request.get("/billing/transactions?limit=1", { headers });
  const [{ description }] = (await newest.json()) as [{ description: string }];
  await expect(page.getByRole("table").getByText(displayDescription(description)).first()).toBeVisible();
});

test("no script or style of a page breaks its content security policy", async ({ page }) => {
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  await asDemo(page);
  for (const path of ["/billing", "/billing/usage", "/usage"]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
  }
  expect(faults).toEqual([]);
});
