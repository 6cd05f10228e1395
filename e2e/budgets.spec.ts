import { postFor, signUp } from "./demo";
import { expect, test } from "./fixtures";

test("a budget refuses what goes over it by its name, lets it through when it is raised, and is over when it is archived", async ({
  page,
  request,
}) => {
  const account = await signUp(page, "Berta Budget");
  const hold = (amount: string) => postFor(request, account, "/api/v1/authorizations", { amount });
  await page.goto("/settings/budgets");
  await expect(page.getByRole("heading", { name: "No budget limits what is spent" })).toBeVisible();
  await page.getByRole("button", { name: "New budget" }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("button", { name: "Create" }).click();
  await expect(form.getByRole("alert")).toBeVisible();
  await form.getByLabel("Limit in ECU").fill("10");
  await expect(form.getByText("≈ $1.00")).toBeVisible();
  await form.getByLabel("Name").fill("Rent of the lab");
  await form.getByRole("button", { name: "Create" }).click();
  await expect(form).toHaveCount(0);
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: "Rent of the lab" });
  await expect(row).toContainText("10 ECU a month");
  await expect(row).toContainText("0 % used");

  const refused = await hold("11");
  expect(refused.status).toBe(402);
  expect(refused.body).toMatchObject({ code: "budget_exceeded" });
  expect(refused.body.detail).toContain("Rent of the lab");

  await row.getByRole("button", { name: "Edit Rent of the lab" }).click();
  await form.getByLabel("Limit in ECU").fill("20");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("20 ECU a month");
  expect((await hold("11")).status).toBe(201);
  await page.reload();
  await expect(row).toContainText("55 % used");
  await expect(row.getByText("held")).toBeVisible();
  expect((await hold("10")).status).toBe(402);

  await row.getByRole("button", { name: "Archive" }).click();
  await form.getByRole("button", { name: "Archive" }).click();
  // While it is open, nothing behind it is found.
  await expect(form).toHaveCount(0);
  await expect(row).toHaveCount(0);
  expect((await hold("10")).status).toBe(201);
});

test("the preview says what the API says, keeps the question in its address, and leads to what is in the way", async ({
  page,
  request,
}) => {
  const account = await signUp(page, "Pia Preview");
  await page.goto("/");
  await page.getByRole("navigation", { name: "Console" }).getByRole("link", { name: "Cost preview" }).click();
  await page.getByRole("link", { name: "1,000 chats of gpt-4o" }).click();
  const operation = { model: "gpt-4o", input_tokens: 1_200, max_output_tokens: 500, count: 1_000 };
  const { body } = await postFor(request, account, "/api/v1/estimates", { operations: [operation] });
  const result = page.getByRole("region", { name: "It costs at most" });
  await expect(result.getByTitle(`${String(body.worst_case)} ECU`, { exact: true })).toBeVisible();
  expect(body.allowed).toBe(false);
  await expect(result.getByRole("link", { name: "Add credit" })).toBeVisible();

  await page.getByLabel("How many of them").fill("10");
  await page.getByRole("button", { name: "Show what it costs" }).click();
  await expect(page).toHaveURL(/count=10(&|$)/);
  await expect(result.getByText("It may run")).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("How many of them")).toHaveValue("1000");
  await expect(result.getByRole("link", { name: "Add credit" })).toBeVisible();

  await page.getByLabel("Model", { exact: true }).fill("a model that nobody knows");
  await page.getByRole("button", { name: "Show what it costs" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "not in the price list" })).toBeVisible();
  await expect(page.getByLabel("Model", { exact: true })).toHaveValue("a model that nobody knows");
});
