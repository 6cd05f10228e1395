import { parse } from "csv-parse/sync";
import { z } from "zod";
import { asDemo } from "./demo";
import { expect, test } from "./fixtures";

const Lines = z.array(z.record(z.string(), z.string()));

test("margins are audited by feature, model and account with their trend, and the file has the same numbers", async ({
  page,
}) => {
  await asDemo(page, "operator");
  await page.goto("/admin/margins?days=90");
  const accounts = page.getByRole("table", { name: "Margins by account" });
  const name = "Acme Research";
  await accounts.getByRole("link", { name, exact: true }).click();
  await expect(page).toHaveURL(/days=90.*customer=/);
  const only = page.getByRole("link", { name: `Only ${name}` });
  await expect(only).toBeVisible();
  // One account, and the foot.
  await expect(accounts.getByRole("row")).toHaveCount(3);

  await expect(page.getByRole("table", { name: "Margins per month" })).toBeVisible();
  await page.getByRole("link", { name: "Weeks" }).click();
  const trend = page.getByRole("table", { name: "Margins per week" });
  await expect(trend).toBeVisible();
  const bars = page.getByRole("figure", { name: /Revenue by week/ });
  await expect(bars.getByRole("button", { name: /Real cost \$/ }).first()).toBeVisible();

  const href = await page.getByRole("link", { name: "Export CSV" }).getAttribute("href");
  const answer = await page.request.get(href ?? "");
  const lines = Lines.parse(parse(await answer.text(), { columns: true }));
  expect(lines.filter(({ by }) => by === "account")).toMatchObject([{ name }]);
  const weeks = lines.filter(({ by }) => by === "week");
  expect(weeks).toHaveLength(13);
  // It has a head and a foot.
  await expect(trend.getByRole("row")).toHaveCount(weeks.length + 2);
  const calls = lines.find(({ by }) => by === "total")?.calls ?? "";
  await expect(accounts.getByRole("row").last()).toContainText(Number(calls).toLocaleString("en"));

  await only.click();
  await expect(page).not.toHaveURL(/customer=/);
  await expect(accounts.getByRole("row").nth(2)).toBeVisible();
});
