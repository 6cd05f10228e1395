import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { parseScaled } from "@/lib/values/money";
import { asDemo, readDemo } from "./demo";
import { expect, test } from "./fixtures";

const account = () => ({ headers: { authorization: `Bearer ${readDemo().account_key}` } });

/** "372.1724 ECU" or "−0.0185" as text to the number of ten-thousandths that is shown. */
function shown(text: string): bigint {
  const [, sign, whole = "0", fraction = ""] = /([−-]?)([\d,]+)(?:\.(\d+))?/.exec(text) ?? [];
  const value = BigInt(whole.replaceAll(",", "") + fraction.padEnd(4, "0").slice(0, 4));
  return sign ? -value : value;
}

/** "−1,234.5 ECU ≈ …" to nano-credits. */
function exact(title: string | null | undefined): bigint {
  return parseScaled(
    (title ?? "").replace(/ .*/s, "").replaceAll(",", "").replace(/^\+/, "").replace("−", "-"),
    9,
  );
}

interface Wallet {
  available: string;
}

test.beforeEach(({ page }) => asDemo(page));

test("on the billing page, the balance is what is held and what is available", async ({ page, request }) => {
  await page.goto("/billing");
  const section = page.getByRole("region", { name: "Balance" });
  const [held = "", available = ""] = (await section.getByText(/held · .* available/).innerText()).split("·");
  const balance = (await section.getByText(/ECU\s*≈/).innerText()).replace(/\s/g, "");
  expect(shown(held) + shown(available)).toBe(shown(balance));
  expect(shown(held)).toBe(125_000n);
  const wallet = (await (await request.get("/api/v1/credits/wallet/", account())).json()) as Wallet;
  const said = await section
    .getByTitle(/ ECU$/)
    .evaluateAll((all) => all.map((one) => one.getAttribute("title")));
  expect(said.map(exact)).toContain(parseScaled(wallet.available, 9));
});

test("rows that cannot be loaded say what happened, keep what is shown, and come when it is tried again", async ({
  page,
}) => {
  await page.goto("/billing");
  const detail = "The database is away for a moment. Try again.";
  await page.route("**/billing/transactions?**", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({ code: "unavailable", detail, request_id: "req_of_support" }),
    }),
  );
  await page.getByRole("button", { name: "Load 50 more" }).click();
  const alert = page.getByRole("main").getByRole("alert").filter({ hasText: detail });
  await expect(alert).toContainText("req_of_support", { timeout: 20_000 });
  await expect(page.getByRole("status").filter({ hasText: "Showing 50 of" })).toBeVisible();
  await page.unroute("**/billing/transactions?**");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Showing 100 of" })).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test("fifty rows, then fifty more, each balance the one below plus the amount", async ({ page }) => {
  await page.goto("/billing");
  await expect(page.getByRole("status").filter({ hasText: "Showing 50 of" })).toBeVisible();
  await page.getByRole("button", { name: "Load 50 more" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Showing 100 of" })).toBeVisible();
  // Hovering says all nine decimals: of the amount, then of the balance after it.
  const titles = await page
    .getByRole("table")
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll("span[title*=' ECU']")].map((cell) => cell.getAttribute("title")),
      ),
    );
  const rows = titles.map(([amount, balance]) => ({ amount: exact(amount), balance: exact(balance) }));
  expect(rows).toHaveLength(100);
  for (const [index, { amount, balance }] of rows.entries()) {
    const before = rows[index + 1]?.balance ?? balance - amount;
    expect(before + amount, `row ${index + 1}`).toBe(balance);
  }
});

test("filters are in the URL, and the CSV is exactly what they leave", async ({ page }) => {
  await page.goto("/billing?type=topup,bonus");
  const table = page.getByRole("table");
  await expect(table.getByText("Free starter pack")).toBeVisible();
  await expect(table.getByText("Bonus", { exact: true }).first()).toBeVisible();
  await expect(table.getByText("Spend", { exact: true })).toHaveCount(0);
  const count = (await table.getByRole("row").count()) - 1;
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  const exported = parse(await readFile(await download.path(), "utf8"), { columns: true }) as {
    type: string;
  }[];
  expect(exported).toHaveLength(count);
  expect(exported.every(({ type }) => ["topup", "bonus"].includes(type))).toBe(true);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(/\/billing$/);
  await expect(table.getByText("Spend", { exact: true }).first()).toBeVisible();
});

test("a search that finds nothing says so, and leads back", async ({ page }) => {
  await page.goto("/billing");
  await page.getByRole("searchbox").fill("nothing is called this");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/text=nothing/);
  await page.getByRole("button", { name: /clear/i }).first().click();
  await expect(page.getByRole("table")).toBeVisible();
});

test("a row explains itself, under a link of its own that works for others", async ({ page }) => {
  await page.goto("/billing");
  await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page).toHaveURL(/explain=txn_/);
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("What it did to the balance")).toBeVisible();
  await expect(panel.getByText("Hash of the row before")).toBeVisible();
  await page.reload();
  await expect(panel.getByText("What it did to the balance")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(page).not.toHaveURL(/explain=/);
});

test("an instance's row shows its hold and what settled it as one timeline", async ({ page }) => {
  await page.goto("/billing?type=refund");
  // A refund of a payment has its payment in the panel, and no life.
  const rows = page.getByRole("table").getByRole("row");
  await rows
    .filter({ hasText: / refund of / })
    .first()
    .getByRole("link")
    .first()
    .click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText(/^The life of .+ #\d+$/)).toBeVisible();
  await expect(panel.getByText(/ #\d+: hold .+ECU per-/).first()).toBeVisible();
});

test("tool runs have a ledger of their own", async ({ page }) => {
  await page.goto("/billing");
  await page.getByRole("group", { name: "Wallet" }).getByRole("button", { name: "Tool runs" }).click();
  await expect(page).toHaveURL(/unit=tool_run/);
  await expect(page.getByRole("table").getByText("−1", { exact: true }).first()).toBeVisible();
});

test("the switcher shows another account's ledger, and no account that is not one's own", async ({
  page,
}) => {
  await page.goto("/billing");
  const rows = page.getByRole("table").getByRole("row");
  const newest = (await rows.nth(1).textContent()) ?? "";
  await page.getByRole("button", { name: /Acme Research/ }).click();
  const choice = page
    .getByRole("menuitemradio")
    .or(page.getByRole("menuitem"))
    .filter({
      hasText: /Acme Research|Northwind Labs/,
    });
  await expect(choice).toHaveCount(2);
  await choice.filter({ hasText: "Northwind Labs" }).click();
  await expect(page.getByRole("button", { name: /Northwind Labs/ })).toBeVisible();
  await expect(rows.nth(1)).not.toHaveText(newest);
  const foreign = await page.goto("/billing?account=00000000-0000-7000-8000-000000000000");
  expect(foreign?.status()).toBe(404);
});

test("a phone's first look at Billing has the balance, what to do, and the tabs", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  await asDemo(page);
  await page.goto("/billing");
  const main = page.getByRole("main");
  for (const part of [
    main.getByRole("region", { name: "Balance" }),
    main.getByRole("link", { name: "Add credit" }).first(),
    main.getByRole("region", { name: /^This month/ }),
    main.getByRole("navigation", { name: "Billing" }).getByRole("link", { name: "Transactions" }),
  ])
    await expect(part).toBeInViewport({ ratio: 0.9 });
});

test("zeros stand on the decimal point of their column, and at its edge where it has none", async ({
  page,
}) => {
  await page.goto("/billing/grants");
  const table = page.getByRole("table");
  await expect(table.getByRole("columnheader", { name: "Expired" })).toBeVisible();
  const zeros = await table.evaluate((element: HTMLTableElement) => {
    const rows = [...element.rows];
    const hasPoint = (at: number) =>
      rows.some((row) => /^\d[\d,]*\.\d{4}$/.test(row.cells[at]?.innerText ?? ""));
    return rows.flatMap(({ cells }) =>
      [...cells].flatMap((cell, at) => {
        const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
        if (text?.textContent !== "0") return [];
        const range = document.createRange();
        range.selectNodeContents(text);
        const edge =
          cell.getBoundingClientRect().right - Number.parseInt(getComputedStyle(cell).paddingRight);
        return [{ isOnPoint: hasPoint(at), off: Math.round(edge - range.getBoundingClientRect().right) }];
      }),
    );
  });
  expect(zeros.some(({ isOnPoint }) => isOnPoint)).toBe(true);
  expect(zeros.some(({ isOnPoint }) => !isOnPoint)).toBe(true);
  for (const { isOnPoint, off } of zeros) expect(off > 20).toBe(isOnPoint);
});
