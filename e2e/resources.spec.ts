import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { expectAccessible } from "./accessible";
import { asDemo, postFor, readDemo, readFor, signUp } from "./demo";
import { expect, test } from "./fixtures";

const acme = () => readDemo().accounts[0]?.id ?? "";

/** Ninety days that end yesterday: what they come to does not grow while it is looked at. */
function settledDays(): string {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  return `from=${day(90)}&to=${day(1)}`;
}

const TABS = [
  { tab: "tools", table: "Tools and their runs", total: "total_runs" },
  { tab: "models", table: "Models and what they used", total: "credits" },
  { tab: "guardrails", table: "Guardrails and what they used", total: "credits" },
  { tab: "scripts", table: "Custom scripts and what they used", total: "credits" },
] as const;

const Totals = z.record(z.string(), z.unknown());

for (const { tab, table: caption, total } of TABS)
  test(`the tab of ${tab} comes to what the API says, and its file has the rows that are shown`, async ({
    page,
    request,
  }) => {
    await asDemo(page);
    await page.goto(`/usage/${tab}?${settledDays()}`);
    const table = page.getByRole("table", { name: caption });
    await expect(table).toBeVisible();
    const said = Totals.parse(await readFor(request, acme(), `/api/v1/usage/${tab}?${settledDays()}`))[total];
    const foot = table.getByRole("row").last();
    if (tab === "tools")
      expect((await foot.innerText()).replaceAll(",", "")).toContain(z.string().parse(said));
    else
      await expect(
        foot.getByTitle(new RegExp(`^${grouped(z.string().parse(said)).replace(".", "\\.")} ECU`)),
      ).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Export CSV" }).click(),
    ]);
    const rows = z
      .array(z.looseObject({ name: z.string() }))
      .parse(parse(await readFile(await download.path(), "utf8"), { columns: true }));
    const shown = await table.locator("tbody tr").getByRole("link").allInnerTexts();
    expect(rows.map(({ name }) => name)).toEqual(shown);
    expect(shown.length).toBeGreaterThan(2);
  });

/** "1234.5" as it is shown: "1,234.5". */
function grouped(amount: string): string {
  const [whole = "", fraction] = amount.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (fraction ? `.${fraction}` : "");
}

test("a search, an order and an open panel are in the URL", async ({ page }) => {
  await asDemo(page);
  await page.goto(`/usage/guardrails?${settledDays()}`);
  await page.getByRole("link", { name: "Name", exact: true }).click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("link", { name: "PII filter" }).press("Enter");
  await expect(page).toHaveURL(/open=pii-filter/);
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("1 × CPU small")).toBeVisible();
  await page.reload();
  await expect(panel.getByText("1 × CPU small")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(page).not.toHaveURL(/open=/);
  await page.getByRole("searchbox").fill("nothing is called this");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByText("No guardrail fits this search")).toBeVisible();
});

test("panels show deployments of a model, and the parts and hours of a script with their sum", async ({
  page,
}) => {
  await asDemo(page);
  await page.goto(`/usage/models?${settledDays()}&open=llama-3.1-8b`);
  const panel = page.getByRole("dialog");
  await expect(panel.getByRole("table", { name: "Deployments of llama-3.1-8b" })).toContainText("llama-chat");
  await page.goto(`/usage/scripts?${settledDays()}&open=invoice-parser`);
  await expect(panel.getByRole("row", { name: /1 vCPU .* \d+ h/ })).toBeVisible();
  await expect(panel.getByRole("row", { name: /2 GB memory/ })).toBeVisible();
  await expect(panel.getByRole("row", { name: /^Total/ })).toBeVisible();
});

test("what is registered and started over the API appears, and its rows tell its life", async ({
  page,
  request,
}) => {
  const account = await signUp(page, "Rosa");
  await page.goto("/usage/tools");
  await expect(page.getByText("No tool was deployed yet")).toBeVisible();
  const put = (path: string, data: object) =>
    request.put(`/api/v1/resources/${path}`, {
      headers: { authorization: `Bearer ${readDemo().platform_key}`, "ecu-account": account },
      data,
    });
  expect((await put("tool/searcher", { name: "Searcher", status: "deployed" })).ok()).toBe(true);
  expect((await put("model/tiny", { name: "tiny", type: "base" })).ok()).toBe(true);
  expect((await put("deployment/tiny-1", { name: "tiny-1", type: "dedicated", parent: "tiny" })).ok()).toBe(
    true,
  );
  await page.reload();
  await expect(page.getByRole("link", { name: "Searcher" })).toBeVisible();
  await page.goto("/usage/models?open=tiny");
  await expect(page.getByRole("dialog").getByRole("link", { name: "tiny-1" })).toBeVisible();

  const instance = { id: "900", kind: "gpu", hardware: "l4", gpus: 1, hours: "2" };
  expect((await postFor(request, account, "/api/v1/instances", instance)).status).toBeLessThan(300);
  await page.goto("/usage/instances");
  await expect(page.getByRole("row", { name: /GPU Instance #900/ })).toContainText("Running");
  expect((await postFor(request, account, "/api/v1/instances/900/stop", {})).status).toBe(200);
  await page.goto("/billing?ref_type=instance&ref_id=900");
  const rows = page.getByRole("table").locator("tbody tr");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText("GPU Instance #900: hold");
  await expect(rows.nth(0)).toContainText("refund of what its hold left");
  await rows.nth(0).getByRole("link").first().click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("The life of GPU Instance #900")).toBeVisible();
  await expect(panel.getByText(/^GPU Instance #900: hold/).first()).toBeVisible();
  await expect(panel.getByText(/^Held 20 − used .* = refund/)).toBeVisible();
});

test("no panel of a tab has a fault that axe finds", async ({ page }) => {
  await asDemo(page);
  for (const path of ["models?open=llama-3.1-8b", "guardrails?open=pii-filter", "instances?open=210"]) {
    await page.goto(`/usage/${path}`);
    await expect(page.getByRole("dialog").getByRole("table")).toBeVisible();
    await expectAccessible(page);
  }
});
