import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { expectAccessible, expectNarrow } from "./accessible";
import { asDemo, readDemo, signUp } from "./demo";
import { expect, test } from "./fixtures";

const Sums = z.object({ charge: z.string(), calls: z.number() });
const Report = z.object({
  totals: Sums,
  periods: z.array(Sums),
  run_out: z.object({ low: z.string().nullable(), high: z.string().nullable() }).nullable(),
  top: z.record(
    z.string(),
    z.object({ rows: z.array(Sums.extend({ name: z.string() })), other: Sums.nullable() }),
  ),
});

/** The colour of each series of a chart, by its name. */
async function huesIn(page: Page): Promise<Map<string, string | null>> {
  const buttons = await page.locator("figcaption [aria-pressed]").all();
  return new Map(
    await Promise.all(
      buttons.map(async (button) => {
        const [name = ""] = (await button.innerText()).split("\n");
        return [name.trim(), await button.locator("rect").getAttribute("fill")] as const;
      }),
    ),
  );
}

// A month that is over: nothing is added to it while the tests run.
const DAYS = "from=2026-10-01&to=2026-10-31";

test("the page, the API and the file have the same numbers, and every part adds up to the total", async ({
  page,
  request,
}) => {
  await asDemo(page);
  const headers = { authorization: `Bearer ${readDemo().account_key}` };
  const answer = await request.get(`/api/v1/consumption?${DAYS}&top=5`, { headers });
  const report = Report.parse(await answer.json());
  const usage = await request.get(`/api/v1/usage?${DAYS}&group_by=day`, { headers });
  const { totals } = z.object({ totals: Sums }).parse(await usage.json());
  expect(report.totals).toEqual(totals);
  expect(sumOf(report.periods.map(({ charge }) => charge))).toBe(totals.charge);
  for (const { rows, other } of Object.values(report.top))
    expect(sumOf([...rows, ...(other ? [other] : [])].map(({ charge }) => charge))).toBe(totals.charge);

  await page.goto(`/consumption?${DAYS}`);
  await page.getByText("The same numbers as a table").click();
  const table = page.getByRole("table", { name: "Consumption per UTC day" });
  await expect(table.getByRole("row")).toHaveCount(report.periods.length + 2);
  await expect(table.locator("tfoot").getByTitle(totals.charge, { exact: false }).first()).toBeVisible();
  const first = report.top.model?.rows.find(({ name }) => name !== "No model");
  await expect(page.getByRole("list", { name: "Top models" })).toContainText(first?.name ?? "?");

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  const lines = parse(await readFile(await download.path(), "utf8"), { columns: true }) as Record<
    string,
    string
  >[];
  const chargeOf = (by: string) =>
    sumOf(lines.filter((line) => line.by === by).map(({ charge }) => charge ?? ""));
  for (const by of ["day", "member", "model", "feature", "team", "project", "key", "total"])
    expect(chargeOf(by)).toBe(totals.charge);
});

test("a figure reads the same in Consumption and on every page of Usage for the same days", async ({
  page,
}) => {
  await asDemo(page);
  await page.goto(`/consumption?${DAYS}`);
  const read = async (noun: string) => {
    const lines = page.getByRole("list", { name: `Top ${noun}` }).locator("li:has(a)");
    await expect(lines.first()).toBeVisible();
    return (await lines.allInnerTexts()).map((text) => {
      const [name = "", amount = "", percent = ""] = text.split(/\s*\n\s*/);
      return { name, amount, percent };
    });
  };
  const legend = async () =>
    new Map(
      (await page.locator("figcaption [aria-pressed]").allInnerTexts()).map((text) => {
        const [name = "", amount = ""] = text.split(/\s*\n\s*/);
        return [name, amount.replace(" ECU", "")] as const;
      }),
    );
  const [features, models, charted] = [await read("features"), await read("models"), await legend()];
  const hues = await huesIn(page);
  for (const [by, lines] of [
    ["feature", features],
    ["model", models],
  ] as const) {
    await page.goto(`/usage/calls?${DAYS}&of=all&by=${by}&lines=group`);
    const table = page.getByRole("table", { name: `Usage by ${by}` });
    await expect(table).toBeVisible();
    const chart = await legend();
    for (const { name, amount } of lines) {
      const row = table.getByRole("row").filter({ has: page.getByRole("link", { name, exact: true }) });
      await expect(row.getByRole("cell").last()).toHaveText(amount);
      expect(chart.get(name), name).toBe(amount);
    }
    if (by === "feature")
      for (const [name, amount] of charted) if (chart.has(name)) expect(chart.get(name), name).toBe(amount);
  }
  await page.goto(`/usage?${DAYS}`);
  const ring = page.locator("section").filter({ hasText: "Credits by category" });
  await expect(ring.getByRole("listitem").first()).toBeVisible();
  const categories = await ring.getByRole("listitem").allInnerTexts();
  const huesOfUsage = await huesIn(page);
  for (const { name, amount, percent } of features) {
    const category = categories.find((text) => text.split(/\s*\n\s*/)[0] === name);
    if (!category) continue;
    expect(category.split(/\s*\n\s*/)).toEqual([name, amount, percent]);
    expect(huesOfUsage.get(name), name).toBe(hues.get(name));
  }
  // Where a figure is followed, it stays what it was.
  const [first] = features;
  await page.goto(`/consumption?${DAYS}`);
  await page
    .getByRole("list", { name: "Top features" })
    .getByRole("link", { name: first?.name ?? "", exact: true })
    .click();
  await expect(page.getByText(`${first?.amount} ECU`, { exact: true }).first()).toBeVisible();
});

test("says how long the credit lasts, as a picture and as a table, by month too, and leads to what was used", async ({
  page,
}) => {
  await asDemo(page);
  await page.goto("/consumption");
  await expect(page.getByText(/ECU available, enough/).first()).toBeVisible();
  await expect(page.getByRole("img", { name: /Balance by UTC day/ })).toBeVisible();
  await page.getByText("The same as a table, and how it is made").click();
  await expect(page.getByRole("table", { name: /week by week/ })).toBeVisible();
  await page.getByRole("button", { name: "Monthly" }).click();
  await expect(page).toHaveURL(/per=month/);
  await expect(page.getByRole("heading", { name: "Credits per month" })).toBeVisible();
  await page.getByText("The same numbers as a table").click();
  await expect(page.getByRole("table", { name: "Consumption per month" }).getByRole("row")).toHaveCount(14);
  const models = page.getByRole("list", { name: "Top models" });
  await models.getByRole("link", { name: "gpt-4o", exact: true }).click();
  await expect(page).toHaveURL(/\/usage\/calls\?.*model=gpt-4o/);
});

test("is accessible while its tables are open, on a phone too, and to readers by the keyboard", async ({
  page,
}) => {
  await asDemo(page);
  await page.goto("/consumption");
  await expect(page.getByRole("heading", { name: "Top consumers" })).toBeVisible();
  await page.getByText("The same as a table, and how it is made").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("table", { name: /week by week/ })).toBeVisible();
  await expectNarrow(page);
  await expectAccessible(page);
});

test("an account that has used nothing sees what to do first, and days without usage lead back", async ({
  page,
}) => {
  await signUp(page, "Nora New");
  await page.goto("/consumption");
  await expect(page.getByText(/How long it lasts can be told after a week of use/)).toBeVisible();
  await expect(page.getByText("curl", { exact: false }).first()).toBeVisible();
  await page.goto("/consumption?from=2026-01-01&to=2026-01-02");
  await expect(page.getByRole("heading", { name: "Nothing was used in these days" })).toBeVisible();
  await page.getByRole("link", { name: "Show the last 30 days" }).click();
  await expect(page).toHaveURL(/\/consumption$/);
});
