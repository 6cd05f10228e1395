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

test("on a phone a page opens at its top, its tab is in sight, and what lies beyond is said and shown", async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 667 });
  await asDemo(page);
  for (const path of ["/billing/statements", "/usage/instances"]) {
    await page.goto(path);
    const tab = page.getByRole("main").locator("nav [aria-current]");
    await expect(tab).toBeVisible();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const { x = -1, width = 0 } = (await tab.boundingBox()) ?? {};
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(375);
  }
  const tabs = page.getByRole("navigation", { name: "Usage" });
  const arrows = tabs.locator("xpath=following-sibling::button");
  // At the end of the list there is more on its left alone; the first tab is reached by the arrow, and by keys.
  await expect(arrows).toHaveCount(1);
  const overview = tabs.getByRole("link", { name: "Overview" });
  await expect(overview).not.toBeInViewport();
  await arrows.click();
  await expect(overview).toBeInViewport({ ratio: 0.9 });
  await tabs.getByRole("link", { name: "Instances" }).focus();
  await expect(tabs.getByRole("link", { name: "Instances" })).toBeInViewport({ ratio: 0.9 });
  await expect(arrows).toHaveCount(1);
});

test("the settings are a list of groups, which a phone opens from a button that says where one is", async ({
  page,
}) => {
  await asDemo(page);
  await page.goto("/settings/members");
  const places = page.getByRole("navigation", { name: "Settings" });
  for (const width of [1440, 768]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(places.getByRole("region", { name: "Spending" }).getByRole("link")).toHaveText([
      "Budgets",
      "Alerts",
      "Mandates",
    ]);
    await expect(places.locator("[aria-current]")).toHaveText("Members");
    const { x: list = 0, width: wide = 0 } = (await places.boundingBox()) ?? {};
    const { x: card = 0 } = (await page.getByRole("table", { name: "Members" }).boundingBox()) ?? {};
    expect(card).toBeGreaterThan(list + wide);
  }
  // The console's own places have their names for readers, also where they are icons.
  await expect(
    page.getByRole("navigation", { name: "Console" }).getByRole("link", { name: "Settings" }),
  ).toBeVisible();
  await page.setViewportSize({ width: 375, height: 700 });
  const button = places.getByRole("button", { name: "General / Members" });
  await expect(places.getByRole("link", { name: "Alerts" })).toBeHidden();
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Escape");
  await expect(places.getByRole("link", { name: "Alerts" })).toBeHidden();
  await button.click();
  await places.getByRole("link", { name: "Alerts" }).click();
  await expect(page).toHaveURL("/settings/alerts");
  await expect(places.getByRole("button", { name: "Spending / Alerts" })).toHaveAttribute(
    "aria-expanded",
    "false",
  );
});

test("on a phone what a card holds begins under its title", async ({ page }) => {
  await asDemo(page);
  for (const width of [375, 320]) {
    await page.setViewportSize({ width, height: 700 });
    for (const path of ["/settings/keys", "/settings/members", "/settings/teams", "/pricing"]) {
      await page.goto(path);
      await expect(page.locator("section:has(> header h2) tbody tr").first()).toBeVisible();
      const edges = await page.locator("section:has(> header h2):has(tbody tr)").evaluateAll((cards) =>
        cards.map((card) => {
          const row = card.querySelector("tbody tr");
          const title = card.querySelector("h2");
          if (!row || !title) throw new Error("a card without a row");
          const begins = row.getBoundingClientRect().left + parseInt(getComputedStyle(row).paddingLeft, 10);
          return begins - title.getBoundingClientRect().left;
        }),
      );
      expect(edges, `${path} at ${width}`).toEqual(edges.map(() => 0));
    }
  }
});

test("on a phone the button that ends a form is as wide as it, and the one that acts is above the others", async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await asDemo(page);
  await page.goto("/settings/profile");
  const save = page.getByRole("button", { name: "Change password" });
  const field = page.getByLabel("New password");
  expect((await save.boundingBox())?.width).toBe((await field.boundingBox())?.width);
  await page.goto("/settings/keys");
  const create = page.getByRole("button", { name: "New API key" });
  expect((await create.boundingBox())?.width).toBeLessThan(200);
  await page.getByRole("button", { name: "Revoke" }).first().click();
  const dialog = page.getByRole("dialog");
  const [act, keep] = await Promise.all(
    ["Revoke", "Keep"].map((name) => dialog.getByRole("button", { name }).boundingBox()),
  );
  expect(act?.width).toBe(keep?.width);
  expect(act?.width).toBeGreaterThan(280);
  expect(act?.y).toBeLessThan(keep?.y ?? 0);
});

test("of two menus that come late the one that was asked for last is open, and the other is not", async ({
  page,
}) => {
  await asDemo(page);
  await page.goto("/billing");
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/_next\/static\/chunks\//, async (route) => {
    await released;
    await route.continue();
  });
  await page.getByRole("button", { name: "Type", exact: true }).click();
  await page.getByRole("button", { name: "Dates", exact: true }).click();
  release();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect(page.getByRole("menu")).toHaveCount(0);
});
