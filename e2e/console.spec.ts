import { parseScaled } from "@/lib/values/money";
import { asDemo } from "./demo";
import { expect, test } from "./fixtures";
import { settled } from "./usage-days";

/** An amount as a title has it, "−1,234.5 ECU …", in nano-credits. */
function nanoOf(title: string): bigint {
  const digits = title.replace(/ .*/s, "").replaceAll(",", "").replace("−", "-");
  return parseScaled(digits, 9);
}

test("usage adds up: lines, foot, headline and the API say the same", async ({ page }) => {
  await asDemo(page);
  for (const by of ["model", "member", "project"]) {
    await page.goto(`/usage/calls?by=${by}&${settled().query}`);
    await expect(page.locator("tfoot")).toBeVisible();
    const showAll = page.getByRole("button", { name: /^Show all/ });
    if (await showAll.isVisible()) await showAll.click();
    const href = new URL(
      (await page.getByRole("link", { name: "Export CSV" }).first().getAttribute("href")) ?? "",
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
    const counted = page.getByText(/^for [\d,]+ (API calls|usage events)/);
    await expect(counted).toBeVisible();
    // By model, calls are told apart from what is metered by time; together they are all events.
    const counts = (await counted.innerText()).matchAll(
      /([\d,]+) (?:API call|other usage event|usage event)/g,
    );
    const events = [...counts].reduce((sum, [, count = ""]) => sum + cents(count), 0n);
    expect(events).toBe(BigInt(totals.calls));
  }
});

test("a mistyped address among the settings is said inside the console, and is not found", async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await asDemo(page);
  const answer = await page.goto("/settings/nope");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is no such thing in this account" })).toBeVisible();
  // The account can be told beside the balance, in a narrow window too.
  const account = page.getByRole("banner").getByText("Acme Research");
  expect((await account.boundingBox())?.width).toBeGreaterThan(80);
});

test("on a phone a page opens at its top, and its tab is in sight", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  await asDemo(page);
  for (const path of ["/billing/statements", "/settings/audit"]) {
    await page.goto(path);
    const tab = page.getByRole("main").locator("nav [aria-current]");
    await expect(tab).toBeVisible();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const { x = -1, width = 0 } = (await tab.boundingBox()) ?? {};
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(375);
  }
});
