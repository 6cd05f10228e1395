import type { APIRequestContext } from "@playwright/test";
import { postFor, readDemo, signUp, spend } from "./demo";
import { expect, test } from "./fixtures";

async function setPolicy(request: APIRequestContext, account: string, policy: object): Promise<void> {
  const headers = { authorization: `Bearer ${readDemo().platform_key}`, "ecu-account": account };
  const answer = await request.put("/api/v1/credits/policy", { headers, data: policy });
  expect(answer.ok()).toBe(true);
}

test("below the low limit every page says that nothing new is deployed, and what to do", async ({
  page,
  request,
}) => {
  const account = await signUp(page, "Ines");
  await setPolicy(request, account, { low_limit: "100" });
  await page.goto("/usage/instances");
  const banner = page.getByRole("status").filter({ hasText: "New deployments are disabled." });
  await expect(banner).toContainText("75 ECU are available, below the low limit of 100 ECU");
  await banner.getByRole("link", { name: "Add credit" }).click();
  await page.waitForURL(/\/billing\/buy/);
});

test("what is stopped for want of credit is named on the page that is open, in the platform's own sentence", async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  const account = await signUp(page, "Rune");
  await setPolicy(request, account, { low_limit: "0", negative_limit: "0" });
  const instance = { id: "77", kind: "guardrail", hardware: "cpu-small" };
  expect((await postFor(request, account, "/api/v1/instances", instance)).status).toBeLessThan(300);
  await page.goto("/usage/instances");
  await expect(page.getByRole("row", { name: /Guardrail #77/ })).toContainText("Running");
  const wallet = (await (await page.request.get("/api/v1/credits/wallet")).json()) as { available: string };
  await spend(request, account, wallet.available);
  // A call that has run is charged all the same, into negative credit, and further than what the stopped machine's hold gives back.
  await postFor(request, account, "/api/v1/external-costs", {
    id: "over",
    provider: "apify",
    cost_usd: "4",
  });
  // The worker looks once a minute, and the page hears of it a little later.
  await expect(page.getByText("Guardrail #77 stopped.")).toBeVisible({ timeout: 120_000 });
  await expect(
    page.getByText(
      "You’ve used all your available credits. Please add more credits to your account to continue.",
    ),
  ).toBeVisible();
});

test("tool runs that are used up are said where tools are shown, and on top of every page", async ({
  page,
  request,
}) => {
  const account = await signUp(page, "Tova");
  const { status } = await postFor(request, account, "/api/v1/usage-events", {
    id: "runs",
    feature: "tool_run",
    quantities: { run: "10000" },
  });
  expect(status).toBeLessThan(300);
  await page.goto("/usage/tools");
  await expect(page.getByText("All 10,000 tool runs are used.")).toBeVisible();
  await page.goto("/billing");
  await expect(page.getByText("100 % of your tool runs are used.")).toBeVisible();
});
