import type { Page } from "@playwright/test";
import type { Viewer } from "./pages";

/** Where a page is made, and by whose key. */
export interface Installation {
  /** The account that the viewer looks at. */
  account: string;
  platformKey: string;
}

/** A page that is there only once something was done: `open` does it, as the viewer, and ends on the page. */
export interface MadePage {
  name: string;
  viewer: Viewer;
  open(page: Page, of: Installation): Promise<void>;
}

const DAY_MS = 86_400_000;

/** Pages that the demo does not have. The gallery takes them after the others. */
export const MADE_PAGES: readonly MadePage[] = [
  {
    name: "approve",
    viewer: "owner",
    open: async (page, of) => {
      const { url } = await post(page, of, "/api/v1/approvals", {
        title: "Summarise the archive",
        reason: "The board asked for it.",
        operations: [{ model: "gpt-4o", input_tokens: 3_000, max_output_tokens: 500, count: 100 }],
      });
      await page.goto(String(url));
    },
  },
  {
    name: "cost-preview-approved",
    viewer: "owner",
    open: async (page) => {
      await page.goto(
        "/cost-preview?feature=model_inference&model=gpt-4o&input_tokens=1200&max_output_tokens=500&count=10",
      );
      await page.getByRole("button", { name: /^Approve and hold/ }).click();
      await page.getByRole("heading", { name: "Approved" }).waitFor();
    },
  },
  {
    name: "webhook",
    viewer: "owner",
    open: async (page, of) => {
      await page.goto(`/settings/webhooks/${await madeWebhook(page, of)}`);
    },
  },
  {
    name: "webhook-delivery",
    viewer: "owner",
    open: async (page, of) => {
      await page.goto(`/settings/webhooks/${await madeWebhook(page, of)}`);
      await page.getByRole("table", { name: "Deliveries" }).getByRole("link").first().click();
      await page.waitForURL(/\/settings\/webhooks\/[^/]+\/[^/]+$/);
    },
  },
  {
    name: "buy-return",
    viewer: "owner",
    open: async (page) => {
      await page.goto("/billing/buy");
      await page.getByRole("radio", { name: /^250 / }).check({ force: true });
      await page.getByRole("button", { name: /^Buy 250 ECU for/ }).click();
      await payByCard(page);
      await page.getByRole("heading", { name: "250 ECU added" }).waitFor();
    },
  },
  {
    name: "admin-bill",
    viewer: "operator",
    open: async (page) => {
      await page.goto("/admin/bills");
      const day = new Date(Date.now() - 3 * DAY_MS).toISOString().slice(0, 10);
      const text = `start_time_iso,amount_value,line_item\n${day}T00:00:00Z,1234.5,"gpt-4o, output"\n`;
      const file = { name: `bill-${Date.now()}.csv`, mimeType: "text/csv", buffer: Buffer.from(text) };
      await page.getByLabel("File").setInputFiles(file);
      await page.getByRole("button", { name: "Import the bill" }).click();
      await page.waitForURL(/\/admin\/bills\/[0-9a-f-]{36}/);
    },
  },
  {
    name: "admin-re-rate",
    viewer: "operator",
    open: async (page, { account }) => {
      await page.goto(`/admin/re-rates/new?account=${account}`);
      const today = new Date().toISOString().slice(0, 10);
      await page.getByLabel("First day (UTC)").fill(today);
      await page.getByLabel("Last day (UTC)").fill(today);
      await page.getByLabel("Reason").fill("Agreed in spring");
      await page.getByRole("button", { name: "See each customer’s difference" }).click();
      await page.waitForURL(/\/admin\/re-rates\/[0-9a-f-]{36}/);
      await page.getByText("no difference").or(page.getByText("not posted")).first().waitFor();
    },
  },
  {
    name: "admin-account-payment",
    viewer: "operator",
    open: async (page, of) => {
      const { checkout_url: checkout } = await post(page, of, "/api/v1/purchases", { credits: "250" });
      await page.goto(String(checkout));
      await payByCard(page);
      await page.waitForURL((url) => !url.pathname.startsWith("/checkout/"));
      const paid = page
        .getByRole("row", { name: /Purchase, 250 ECU/ })
        .getByRole("link", { name: /^Purchase/ });
      // Its news is on the way.
      for (let looks = 0; looks < 20 && (await paid.count()) === 0; looks++) {
        await page.goto(`/admin/accounts/${of.account}/payments`);
        await page.getByRole("table", { name: /^Payments/ }).waitFor();
      }
      await paid.first().click();
      await page.getByRole("dialog", { name: "Payment" }).waitFor();
    },
  },
  {
    name: "admin-draft",
    viewer: "operator",
    open: async (page) => {
      await page.goto("/admin/rate-cards");
      await page.getByRole("button", { name: "New draft" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Name").fill("Spring prices");
      await dialog.getByRole("button", { name: "Begin" }).click();
      await page.waitForURL(/\/admin\/rate-cards\/drafts\//);
    },
  },
];

async function payByCard(page: Page): Promise<void> {
  await page.getByLabel("Card number").fill("4242 4242 4242 4242");
  await page.getByLabel("Expiry").fill("12 / 40");
  await page.getByLabel("CVC").fill("123");
  await page.getByLabel("Name on card").fill("Bea Buyer");
  await page.getByRole("button", { name: /^Pay / }).click();
}

async function madeWebhook(page: Page, of: Installation): Promise<string> {
  const { id } = await post(page, of, "/api/v1/webhooks", { url: "https://example.com/hooks" });
  await post(page, of, `/api/v1/webhooks/${String(id)}/test`, {});
  return String(id);
}

/** As a service of the platform does. */
async function post(
  page: Page,
  { account, platformKey }: Installation,
  path: string,
  data: object,
): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${platformKey}`, "ecu-account": account };
  const answer = await page.request.post(path, { headers, data });
  if (!answer.ok()) throw new Error(`${path} was answered with ${answer.status()}`);
  return (await answer.json()) as Record<string, unknown>;
}
