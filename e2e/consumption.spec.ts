import { readFile } from "node:fs/promises";
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

test("says how long the credit lasts, as a picture and as a table, by month too, and leads to what was used", async ({
  page,
}) => {
  await asDemo(page);
  await page.goto("/consumption");
  await expect(page.getByText(/ECU left, enough/).first()).toBeVisible();
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
