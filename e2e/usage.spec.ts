import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { signIn } from "./demo";
import { expect, test } from "./fixtures";

test.beforeEach(({ page }) => signIn(page));

test("the days of the table add up to its foot, and the file has the same numbers", async ({ page }) => {
  await page.goto("/usage?range=30d");
  const table = page.getByRole("table", { name: "Usage per UTC day" });
  await expect(table).toBeVisible();
  await page
    .getByRole("button", { name: "Day", exact: true })
    .or(page.getByRole("radio", { name: "Day", exact: true }))
    .click();
  const rows = table.getByRole("row");
  const cells = async (index: number) => rows.nth(index).getByRole("cell").allInnerTexts();
  const last = (await rows.count()) - 1;
  const foot = rows.nth(last);
  await expect(foot).toContainText(/total/i);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  const exported = parse(await readFile(await download.path(), "utf8"), { columns: true }) as Record<
    string,
    string
  >[];
  const calls = exported.reduce((sum, row) => sum + Number(row.calls), 0);
  const footText = (await foot.innerText()).replaceAll(",", "");
  expect(footText).toContain(String(calls));
  expect((await cells(1)).length).toBeGreaterThan(2);
});

test("a group of the table leads to that group alone, in the URL", async ({ page }) => {
  await page.goto("/usage?range=30d");
  await page
    .getByRole("table", { name: "Usage per UTC day" })
    .getByRole("link", { name: "gpt-4o", exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(/model=gpt-4o/);
  await expect(page.getByRole("table", { name: "Usage per UTC day" }).getByText("gpt-4o-mini")).toHaveCount(
    0,
  );
});

test("usage can be grouped by project", async ({ page }) => {
  await page.goto("/usage?range=30d&by=project");
  await expect(
    page
      .getByRole("table", { name: "Usage per UTC day" })
      .getByRole("link", { name: "atlas", exact: true })
      .first(),
  ).toBeVisible();
});
