import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { displayAmount } from "@/lib/values/display/amount";
import { sumOf } from "@/lib/values/display/round-to-sum";
import { asDemo, readDemo, readFor } from "./demo";
import { elsewhere, expect, test } from "./fixtures";
import { settled } from "./usage-days";

const acme = () => readDemo().accounts[0]?.id ?? "";
const Sums = z.object({ totals: z.object({ charge: z.string(), calls: z.number() }) });

const days = settled();

/** "1,234.5 ECU ≈ $123.45", as a title has it, without anything around its digits. */
const exactOf = (title: string | null) => (title ?? "").replace(/ .*/s, "").replaceAll(",", "");

async function exactFoot(page: Page, caption: string, column: string): Promise<string> {
  const table = page.getByRole("table", { name: caption });
  await expect(table).toBeVisible();
  const heads = await table.getByRole("columnheader").allInnerTexts();
  const cell = table.locator("tfoot td").nth(heads.indexOf(column));
  return exactOf(await cell.locator("[title]").getAttribute("title"));
}

async function download(page: Page, name = "Export CSV"): Promise<Record<string, string>[]> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name }).first().click(),
  ]);
  return z
    .array(z.record(z.string(), z.string()))
    .parse(parse(await readFile(await file.path(), "utf8"), { columns: true }));
}

for (const timezoneId of ["Pacific/Kiritimati", "UTC", "America/Los_Angeles"])
  test(`seen from ${timezoneId}, each view of the same days comes to what the API says`, async ({
    browser,
    request,
  }) => {
    const page = await elsewhere(browser, { timezoneId });
    await asDemo(page);
    const { totals } = Sums.parse(await readFor(request, acme(), `/api/v1/usage?${days.query}`));
    for (const [path, caption] of [
      [`/usage?${days.query}`, "Usage per UTC day"],
      [`/usage?${days.query}&lines=group`, "Usage by category"],
      [`/usage/calls?${days.query}&of=all`, "Usage per UTC day"],
      [`/usage/calls?${days.query}&of=all&by=project&lines=group`, "Usage by project"],
      [`/billing/usage?${days.query}`, "Usage per UTC day"],
    ] as const) {
      await page.goto(path);
      expect(await exactFoot(page, caption, "Cost (ECU)"), path).toBe(totals.charge);
    }
    await page.close();
  });

test("the days add up to the range and the ring to its total, as they are shown and to the last digit", async ({
  page,
  request,
}) => {
  await asDemo(page);
  await page.goto(`/usage?${days.query}`);
  const { totals } = Sums.parse(await readFor(request, acme(), `/api/v1/usage?${days.query}`));
  const rows = page.getByRole("table", { name: "Usage per UTC day" }).locator("tbody tr");
  await expect(rows).toHaveCount(30);
  const costs = await rows.locator("td:last-child [title]").all();
  const exact = await Promise.all(costs.map(async (cell) => exactOf(await cell.getAttribute("title"))));
  expect(sumOf(exact)).toBe(totals.charge);
  const ring = page.locator("section").filter({ hasText: "Credits by category" });
  const parts = ring.getByRole("listitem");
  const amounts = await parts.locator("[title]").all();
  const titles = await Promise.all(amounts.map(async (cell) => exactOf(await cell.getAttribute("title"))));
  expect(sumOf(titles.slice(0, -1))).toBe(totals.charge);
  expect(titles.at(-1)).toBe(totals.charge);
  const shown = await parts.locator("[title]").allInnerTexts();
  const plain = shown.map((text) => text.trim().replaceAll(",", ""));
  expect(sumOf(plain.slice(0, -1))).toBe(sumOf(plain.slice(-1)));
  const percents = (await parts.allInnerTexts()).map((text) => /([0-9.]+) %$/.exec(text.trim())?.[1] ?? "0");
  expect(sumOf(percents.slice(0, -1))).toBe("100");
});

test("a part of the ring that is pointed at shows its value, its share and its name", async ({ page }) => {
  await asDemo(page);
  await page.goto(`/usage?${days.query}`);
  const card = page.locator("section").filter({ hasText: "Credits by category" });
  const ring = card.getByRole("img", { name: /^Credits by category: / });
  const middle = ring.locator("xpath=following-sibling::*");
  await expect(middle).toContainText("ECU in these days");
  const parts = card.getByRole("listitem").filter({ hasNotText: "Total" });
  const count = await parts.count();
  expect(count).toBeGreaterThan(1);
  for (let at = 0; at < count; at++) {
    const part = parts.nth(at);
    const name = (await part.innerText()).split("\n")[0]?.trim() ?? "";
    const exact = exactOf(await part.locator("[title]").getAttribute("title"));
    const share = /([0-9.]+ %)$/.exec((await part.innerText()).trim())?.[1] ?? "none";
    const { x, y } = await middleOfArc(ring, at);
    await page.mouse.move(x, y);
    await expect(middle).toHaveText(
      `${displayAmount(exact, { decimals: 2, fixed: true })}ECU · ${share}${name}`,
    );
  }
  await page.mouse.move(0, 0);
  await expect(middle).toContainText("ECU in these days");
});

/** Where the middle of a ring's part is in the window: arcs are written in percent of the ring, clockwise from the top. */
function middleOfArc(ring: Locator, index: number): Promise<{ x: number; y: number }> {
  return ring
    .locator("[data-part]")
    .nth(index)
    .evaluate((arc: SVGCircleElement) => {
      const [length = 0] = (arc.getAttribute("stroke-dasharray") ?? "").split(" ").map(Number);
      const turn = ((length / 2 - Number(arc.getAttribute("stroke-dashoffset"))) / 100) * 2 * Math.PI;
      const box = arc.ownerSVGElement!.getBoundingClientRect();
      const radius = (arc.r.baseVal.value / 100) * box.width;
      return {
        x: box.x + box.width / 2 + radius * Math.sin(turn),
        y: box.y + box.height / 2 - radius * Math.cos(turn),
      };
    });
}

test("from a bar to its day, to a call, to why it cost what it cost, by the keyboard alone", async ({
  page,
  request,
}) => {
  await asDemo(page);
  await page.goto(`/usage?${days.query}`);
  const bars = page.getByRole("group", { name: /arrow keys/ }).getByRole("button");
  await bars.last().focus();
  await page.keyboard.press("ArrowLeft");
  await expect(bars.nth(28)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/usage\/calls\?.*from=(\d{4}-\d{2}-\d{2})&to=\1/);
  const calls = page.getByRole("table", { name: "Usage events, newest first" });
  await expect(calls).toBeVisible();
  const day = new URL(page.url()).searchParams.get("from") ?? "";
  const { totals } = Sums.parse(await readFor(request, acme(), `/api/v1/usage?from=${day}&to=${day}`));
  const rows = await download(page, "Export events");
  expect(rows).toHaveLength(totals.calls);
  expect(sumOf(rows.filter(({ unit }) => unit === "credit").map(({ charge }) => charge ?? ""))).toBe(
    totals.charge,
  );
  await expect(
    page.getByText(new RegExp(`^Showing .*${totals.calls.toLocaleString("en-US")}`)),
  ).toBeVisible();
  await calls.getByRole("row").nth(1).getByRole("link").press("Enter");
  const panel = page.getByRole("dialog", { name: "Why this amount?" });
  await expect(panel.getByText("How it was computed")).toBeVisible();
  await expect(panel.getByText("Computed again: the same")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(calls).toBeVisible();
});

test("the legend takes a series out of the chart, leaves one alone, and puts all back", async ({ page }) => {
  await asDemo(page);
  await page.goto(`/usage/calls?${days.query}`);
  const bars = page.locator("[data-part=bar]");
  await expect(bars.first()).toBeVisible();
  const all = await bars.count();
  const first = page.locator("figcaption [aria-pressed]").first();
  await first.click();
  await expect(first).toHaveAttribute("aria-pressed", "false");
  expect(await bars.count()).toBeLessThan(all);
  await first.click();
  await expect(bars).toHaveCount(all);
  await page.getByRole("button", { name: "Only gpt-4o", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("figcaption").getByRole("button", { pressed: true })).toHaveCount(1);
  await page.getByRole("button", { name: "Show all", exact: true }).click();
  await expect(bars).toHaveCount(all);
});

test("the period before stands beside the days, in the URL, on every tab, and in the file", async ({
  page,
}) => {
  await asDemo(page);
  await page.goto("/usage?range=7d");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/compare=1/);
  await expect(page.locator("[data-part=before]")).toHaveCount(7);
  const before = await exactFoot(page, "Usage per UTC day", "Before (ECU)");
  const rows = await download(page);
  expect(sumOf(rows.map((row) => row.charge_before ?? ""))).toBe(before);
  await page.getByRole("link", { name: "Models", exact: true }).click();
  await expect(page).toHaveURL(/\/usage\/models\?.*compare=1/);
  const models = page.getByRole("table", { name: "Models and what they used" });
  await expect(models.getByRole("columnheader", { name: "Before (ECU)" })).toBeVisible();
  const used = await download(page);
  expect(sumOf(used.map((row) => row.before ?? ""))).toBe(
    await exactFoot(page, "Models and what they used", "Before (ECU)"),
  );
});

test("on a phone each line says beside its amount how that moved", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await asDemo(page);
  for (const [path, name] of [
    ["/usage/calls?range=30d&compare=1&lines=group", "gpt-4o"],
    ["/usage/models?range=30d&compare=1", "llama-3.1-8b"],
    ["/usage/tools?range=30d&compare=1", "Web search"],
  ] as const) {
    await page.goto(path);
    const row = page.locator("main tbody tr").filter({ has: page.getByRole("link", { name, exact: true }) });
    await expect(row.getByText(/^([+−±]?[\d,]+ %|new)$/).filter({ visible: true })).toHaveCount(1);
    await expect(
      page
        .locator("main tfoot")
        .getByText(/^([+−±]?[\d,]+ %|new)$/)
        .filter({ visible: true }),
    ).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  }
});

test("what means the same reads the same: this month in Billing, Consumption and Usage, and what is left since credit was added", async ({
  page,
}) => {
  await asDemo(page);
  // Others may use the account meanwhile: then all of it is read again.
  await expect(async () => {
    await page.goto("/billing");
    const counted = /([\d,.]+) counted in Usage so far/;
    const [, month] = counted.exec(await page.getByText(counted).filter({ visible: true }).innerText()) ?? [];
    const ofBilling = /([\d,.]+) of ([\d,.]+) ECU left/;
    const [, left, whole] = ofBilling.exec(await page.getByText(ofBilling).first().innerText()) ?? [];
    await page.goto("/consumption");
    const rate = page.getByRole("region", { name: "Consumption at present" });
    await expect(rate.getByText(`${month} ECU`)).toBeVisible({ timeout: 2_000 });
    await page.goto("/usage?range=this_month");
    await expect(page.getByText(`${month} ECU`, { exact: true })).toBeVisible({ timeout: 2_000 });
    const card = page
      .locator("section, div")
      .filter({ hasText: /^Credits used/ })
      .last();
    await expect(card).toContainText(`; ${left} left`, { timeout: 2_000 });
    const [, used] = new RegExp(`([\\d,.]+) of ${whole} ECU`).exec(await card.innerText()) ?? [];
    const plain = (amount = "?") => amount.replaceAll(",", "");
    expect(sumOf([plain(used), plain(left)])).toBe(sumOf([plain(whole)]));
    await page.getByRole("button", { name: /^Credit: / }).click();
    await expect(page.getByText(`${left} of ${whole} ECU left`)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 45_000 });
});

test("the file of a table has the lines that it shows, however they are told apart", async ({ page }) => {
  await asDemo(page);
  for (const [lines, key] of [
    ["day", "day"],
    ["group", "model"],
  ] as const) {
    await page.goto(`/usage/calls?${days.query}&lines=${lines}`);
    const table = page.locator("main").getByRole("table").first();
    const first = table.locator("tbody tr td:first-child");
    await expect(first.first()).toBeVisible();
    const shown = await first.allInnerTexts();
    const rows = await download(page);
    expect(rows).toHaveLength(shown.length);
    // What has no model stands last, by what it is.
    if (key === "model") {
      expect(shown.slice(0, -1)).toEqual(rows.flatMap(({ model }) => model || []));
      expect(shown.at(-1)).toMatch(/^No model: /);
    }
  }
});

test("API calls are headed by API calls alone, and lead to all usage by a sum that can be followed", async ({
  page,
  request,
}) => {
  await asDemo(page);
  const read = async (query: string) =>
    Sums.parse(await readFor(request, acme(), `/api/v1/usage?${days.query}&${query}`)).totals;
  const [calls, byTime, all] = await Promise.all([read("metered=call"), read("metered=time"), read("")]);
  expect(sumOf([calls.charge, byTime.charge])).toBe(all.charge);
  await page.goto(`/usage/calls?${days.query}`);
  expect(await exactFoot(page, "Usage per UTC day", "Cost (ECU)")).toBe(calls.charge);
  const head = page.getByText(/^for [\d,]+ API calls, /);
  await expect(head).toContainText(`for ${calls.calls.toLocaleString("en-US")} API calls, `);
  const sum = page.getByText(/ for API calls \+ .* metered by time/);
  const [left = "", right = "", total = ""] = (await sum.innerText()).match(/[\d,]+\.\d{4}/g) ?? [];
  const plain = (amount: string) => amount.replaceAll(",", "");
  expect(sumOf([plain(left), plain(right)])).toBe(sumOf([plain(total)]));
  await expect(page.getByText(`${left} ECU`, { exact: true }).first()).toBeVisible();
  expect(await download(page, "Export CSV")).not.toContainEqual(
    expect.objectContaining({ category: "storage" }),
  );
  await page.getByRole("link", { name: "all usage" }).click();
  await expect(page).toHaveURL(/of=all/);
  await expect(page.getByText(`${total} ECU`, { exact: true }).first()).toBeVisible();
  expect(await exactFoot(page, "Usage per UTC day", "Cost (ECU)")).toBe(all.charge);
});

test("a group of the table leads to that group alone, in the URL", async ({ page }) => {
  await asDemo(page);
  await page.goto(`/usage/calls?${days.query}`);
  const table = page.getByRole("table", { name: "Usage per UTC day" });
  await table.getByRole("link", { name: "gpt-4o", exact: true }).first().click();
  await expect(page).toHaveURL(/model=gpt-4o/);
  await expect(table.getByText("gpt-4o-mini")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Remove this filter/ })).toBeVisible();
});

test("links to calls from before they had a tab lead there, and a call has an address of its own", async ({
  page,
  request,
}) => {
  await asDemo(page);
  await page.goto("/usage?range=30d&by=project");
  await expect(page).toHaveURL(/\/usage\/calls\?range=30d&by=project/);
  const answer = await request.get(`/api/v1/usage-events?limit=1&to=${days.to}`, {
    headers: { authorization: `Bearer ${readDemo().account_key}` },
  });
  const [event] = z.array(z.object({ id: z.string(), charge: z.string() })).parse(await answer.json());
  await page.goto(`/usage/calls?event=${encodeURIComponent(event?.id ?? "")}`);
  await expect(
    page.getByRole("dialog").getByText(/What it did to the balance|Nothing was charged/),
  ).toBeVisible();
  await page.goto("/usage/calls?event=there-is-no-such-event");
  await expect(page.getByRole("dialog").getByText("It cannot be shown")).toBeVisible();
});

test("pages that count a cycle once it is over say what still runs; days that are over, and a filter that lets none of it through, do not", async ({
  page,
}) => {
  await asDemo(page);
  const note = page.getByText(/What still runs has come to [\d,.]+ ECU so far/);
  for (const path of [
    "/usage",
    "/usage/calls?of=all",
    "/billing/usage",
    "/consumption",
    "/usage/calls?category=guardrails",
  ]) {
    await page.goto(path);
    await expect(note).toBeVisible();
  }
  for (const path of [
    "/usage/calls",
    "/usage/calls?of=all&range=yesterday",
    "/usage/calls?feature=model_inference",
  ]) {
    await page.goto(path);
    await expect(page.locator("tfoot")).toBeVisible();
    await expect(note).toHaveCount(0);
  }
});
