import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { displayDescription } from "@/lib/values/display/description";
import { asDemo, fillSignIn, newEmail, readDemo, signUp } from "./demo";
import { expect, test } from "./fixtures";

/** Opens the palette by its keys; the page's scripts may still be on their way. */
async function openPalette(page: Page) {
  const palette = page.getByRole("dialog", { name: "Search the console" });
  await expect(async () => {
    if (!(await palette.isVisible())) await page.keyboard.press("Control+k");
    await expect(palette).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(palette.getByRole("combobox")).toBeFocused();
  return palette;
}

test("every page is a few letters away, without a mouse, and what was focused is so again", async ({
  page,
}) => {
  await asDemo(page);
  await page.goto("/billing");
  const palette = await openPalette(page);
  await expectAccessible(page, '[role="dialog"]');
  await page.keyboard.type("api ke");
  await expect(palette.getByRole("option", { selected: true })).toContainText("API keys");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/settings\/keys$/);
  await expect(palette).toHaveCount(0);
  await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(palette).toHaveCount(0);
});

test("Escape takes back what was asked for, also while its script is still on its way", async ({ page }) => {
  await asDemo(page);
  await page.goto("/billing");
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const scripts = /\/_next\/static\/.*\.js/;
  await page.route(scripts, async (route) => {
    await held;
    await route.continue();
  });
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  const asked = page.waitForRequest(scripts);
  await page.keyboard.press("?");
  const come = (await asked).response();
  await page.keyboard.press("Escape");
  letGo();
  await (await come)?.finished();
  // As long as it takes to be drawn, were it still wanted.
  for (let frame = 0; frame < 10; frame++)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  await expect(list).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(list).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
});

test("a pasted id leads to what it names; names of people and resources do too", async ({
  page,
  request,
}) => {
  await asDemo(page);
  const answer = await request.get("/api/v1/transactions?limit=1", {
    headers: { authorization: `Bearer ${readDemo().account_key}` },
  });
  const [row] = (await answer.json()) as { id: string; description: string }[];
  await page.goto("/pricing");
  const palette = await openPalette(page);
  await palette.getByRole("combobox").fill(row?.id ?? "");
  await expect(palette.getByRole("option").first()).toContainText(displayDescription(row?.description ?? ""));
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`explain=${row?.id}`));
  await expect(page.getByRole("dialog")).toContainText(displayDescription(row?.description ?? ""));
  await page.goto("/pricing");
  const models = await request.get("/api/v1/resources?kind=model", {
    headers: { authorization: `Bearer ${readDemo().account_key}` },
  });
  const [model] = (await models.json()) as { id: string; name: string }[];
  if (!model) throw new Error("the demo has no model");
  const again = await openPalette(page);
  await again.getByRole("combobox").fill(model.name);
  await again
    .getByRole("option", { name: new RegExp(escaped(model.name)) })
    .first()
    .click();
  await page.waitForURL(/\/usage\/models\?open=/);
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

test("what does not exist is said, and nothing of other accounts is found", async ({ page }) => {
  await signUp(page, "Uta Lund");
  await page.goto("/billing");
  const palette = await openPalette(page);
  await palette.getByRole("combobox").fill("Mira Kova");
  await expect(palette.getByText("Nothing is called “Mira Kova”.")).toBeVisible();
  await palette.getByRole("link", { name: "Search the transactions for it" }).click();
  await page.waitForURL("**/billing?text=Mira%20Kova");
  await expect(palette).toHaveCount(0);
});

test("two keys lead to a place, ? lists them, typing is never taken for one, and they can be switched off", async ({
  page,
}) => {
  const email = newEmail();
  await signUp(page, "Kim Berg", email);
  await page.goto("/billing");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(list).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expectAccessible(page, '[role="dialog"]');
  // Whatever is open keeps the keys for itself.
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  expect(page.url()).toMatch(/\/billing$/);
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await page.waitForURL(/\/pricing$/);
  await page.goto("/billing");
  const search = page.getByPlaceholder(/Search description/);
  await search.fill("");
  await search.pressSequentially("gp?");
  await expect(search).toHaveValue("gp?");
  expect(new URL(page.url()).pathname).toBe("/billing");

  await page.goto("/settings/profile");
  await page.getByRole("checkbox", { name: /Keyboard shortcuts/ }).uncheck();
  await page.locator("#preferences").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  await page.goto("/pricing");
  await openPalette(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  await expect(list).toHaveCount(0);
  expect(page.url()).toMatch(/\/pricing$/);

  // They are the person's, wherever they sign in.
  await page.context().clearCookies();
  await page.goto("/sign-in?next=/settings/profile");
  await fillSignIn(page, email);
  await expect(page.getByRole("checkbox", { name: /Keyboard shortcuts/ })).not.toBeChecked();
});
