import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { parseScaled } from "@/lib/values/money";
import { signIn } from "./demo";

const PAGES = [
  "/billing",
  "/billing?text=nothing-like-this",
  "/billing/usage",
  "/billing/buy",
  "/usage?by=member",
  "/pricing",
  "/settings/account",
  "/settings/members",
  "/settings/keys",
  "/docs",
];

/** An amount as a title has it, "−1,234.5 ECU …", in nano-credits. */
function nanoOf(title: string): bigint {
  const digits = title.replace(/ .*/s, "").replaceAll(",", "").replace("−", "-");
  return parseScaled(digits, 9);
}

/** The exact amounts of each row: what it added or took, and the balance after it. */
async function amountsOf(page: Page): Promise<[amount: bigint, balance: bigint][]> {
  const rows = await page
    .locator("tbody tr")
    .evaluateAll((found) =>
      found.map((row) =>
        [...row.querySelectorAll("td [title*=' ECU']")].map((cell) => cell.getAttribute("title") ?? ""),
      ),
    );
  return rows.map(([amount = "", balance = ""]) => [nanoOf(amount), nanoOf(balance)]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page can be used by everybody, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme });
    await signIn(page);
    for (const path of PAGES) {
      await page.goto(path);
      await expect(page.locator("main")).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      const faults = violations.map(({ id, nodes }) => `${path}: ${id} at ${nodes[0]?.target.join(" ")}`);
      expect(faults).toEqual([]);
    }
  });
}

test("no page scrolls sideways at 320 px", async ({ page }) => {
  await signIn(page);
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.locator("main")).toBeVisible();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond, path).toBeLessThanOrEqual(0);
  }
});

test("each balance of the list is the one below it and its own amount, over two pages", async ({ page }) => {
  await signIn(page);
  await page.goto("/billing");
  await expect(page.locator("tbody tr")).toHaveCount(50);
  await page.getByRole("button", { name: "Load 50 more" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(100);
  const rows = await amountsOf(page);
  for (const [index, [amount, balance]] of rows.slice(0, -1).entries()) {
    expect(balance).toBe((rows[index + 1]?.[1] ?? 0n) + amount);
  }
});

test("a filter is in the URL, survives a reload, and its file holds the same rows", async ({ page }) => {
  await signIn(page);
  await page.goto("/billing");
  await page.getByRole("button", { name: "Type", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: "topup" }).click();
  await expect(page).toHaveURL(/type=topup/);
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(page.locator("tbody td").getByText("topup", { exact: true }).first()).toBeVisible();
  const rows = await page.locator("tbody tr").count();
  const href = await page.getByRole("link", { name: "Export CSV" }).getAttribute("href");
  const lines = (await (await page.request.get(href ?? "")).text()).trim().split("\n");
  expect(lines).toHaveLength(rows + 1);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(/\/billing$/);
});

test("a row explains itself at an address of its own", async ({ page }) => {
  await signIn(page);
  await page.goto("/billing?type=spend");
  await page.locator("tbody tr").first().click();
  await expect(page).toHaveURL(/explain=txn_/);
  await page.reload();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("Balance before")).toBeVisible();
  await expect(panel.getByText("Computed again: the same")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/billing\?type=spend$/);
});

test("usage adds up: lines, foot, headline and the API say the same", async ({ page }) => {
  await signIn(page);
  for (const by of ["model", "member", "project"]) {
    await page.goto(`/usage?by=${by}&range=30d`);
    const showAll = page.getByRole("button", { name: /^Show all/ });
    if (await showAll.isVisible()) await showAll.click();
    const href = new URL(
      (await page.getByRole("link", { name: "Export CSV" }).getAttribute("href")) ?? "",
      page.url(),
    );
    href.pathname = "/api/v1/usage";
    const { totals } = (await (await page.request.get(href.toString())).json()) as {
      totals: { calls: number; charge: string };
    };
    const titles = await page
      .locator("tbody td:last-child [title*=' ECU']")
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("title") ?? ""));
    const sum = titles.reduce((total, title) => total + nanoOf(title), 0n);
    expect(sum).toBe(parseScaled(totals.charge, 9));
    const shown = await page.locator("tbody td:last-child").allTextContents();
    const cents = (text: string) => BigInt(text.trim().replace(/[.,]/g, ""));
    const foot = await page.locator("tfoot td:last-child").innerText();
    expect(shown.reduce((total, text) => total + cents(text), 0n)).toBe(cents(foot));
    await expect(page.getByText(`for ${totals.calls.toLocaleString("en-US")} calls`)).toBeVisible();
  }
});

test("a bar leads to its day, and a name of the legend leaves the chart", async ({ page }) => {
  await signIn(page);
  await page.goto("/usage");
  await expect(page.locator(".recharts-bar-rectangle").first()).toBeVisible();
  const names = page.locator("figcaption button");
  await names.first().click();
  await expect(names.first()).toHaveAttribute("aria-pressed", "false");
  await page.locator(".recharts-surface").first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/from=(\d{4}-\d{2}-\d{2})&to=\1/);
});
