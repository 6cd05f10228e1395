import AxeBuilder from "@axe-core/playwright";
import { parseScaled } from "@/lib/values/money";
import { PAGES as GALLERY } from "./gallery/pages";
import { signIn } from "./demo";
import { expect, test } from "./fixtures";

/** Every page of the gallery that an owner sees, and some of its views. */
const PAGES = [
  ...GALLERY.filter(({ viewer, follow }) => viewer === "owner" && !follow).map(({ path }) => path),
  "/billing?text=nothing-like-this",
  "/usage?compare=1",
  "/usage/calls?by=member&range=7d&compare=1",
  "/cost-preview?feature=model_inference&model=gpt-4o&input_tokens=1200&max_output_tokens=500&count=10000",
  "/docs",
];

/** An amount as a title has it, "−1,234.5 ECU …", in nano-credits. */
function nanoOf(title: string): bigint {
  const digits = title.replace(/ .*/s, "").replaceAll(",", "").replace("−", "-");
  return parseScaled(digits, 9);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page can be used by everybody, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(600_000);
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
  test.setTimeout(300_000);
  await signIn(page);
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.locator("main")).toBeVisible();
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond, path).toBeLessThanOrEqual(0);
  }
});

test("usage adds up: lines, foot, headline and the API say the same", async ({ page }) => {
  await signIn(page);
  for (const by of ["model", "member", "project"]) {
    await page.goto(`/usage/calls?by=${by}&range=30d`);
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
    await expect(page.getByText(`for ${totals.calls.toLocaleString("en-US")} calls`)).toBeVisible();
  }
});

test("a mistyped address among the settings is said inside the console, and is not found", async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await signIn(page);
  const answer = await page.goto("/settings/nope");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "There is no such thing in this account" })).toBeVisible();
  // The account can be told beside the balance, in a narrow window too.
  const account = page.getByRole("banner").getByText("Acme Research");
  expect((await account.boundingBox())?.width).toBeGreaterThan(80);
});
