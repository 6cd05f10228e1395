import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { expectAccessible } from "./accessible";
import { asDemo, signUp } from "./demo";
import { elsewhere, expect, test } from "./fixtures";

/** A customer's own system, on this machine. */
let server: Server;
let status = 204;
const got: { path: string; headers: IncomingHttpHeaders; body: string }[] = [];

test.beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
    request.on("end", () => {
      got.push({ path: request.url ?? "", headers: request.headers, body });
      response.writeHead(request.url === "/hooks" ? status : 204).end("seen");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const urlOf = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

/** Fills in the form of a new webhook, once it is open, and keeps its secret. */
async function addWebhook(page: Page, url: string): Promise<string> {
  await page.getByLabel("URL").fill(url);
  await page.getByRole("button", { name: "Add webhook", exact: true }).click();
  const code = page.getByRole("figure").locator("code");
  await expect(code).toContainText("whsec_");
  const secret = await code.innerText();
  await page.getByRole("button", { name: "I have copied it" }).click();
  return secret;
}

test("an owner adds a webhook, sees a test arrive, and sends again what did not", async ({ page }) => {
  const url = urlOf("/hooks");
  await signUp(page, "Webhooks");
  await page.goto("/settings/webhooks");
  await page.getByRole("button", { name: "Add a webhook" }).click();
  await page.getByLabel("URL").fill("not an address");
  await page.getByRole("button", { name: "Add webhook", exact: true }).click();
  await expect(page.getByText(/is not an address/)).toBeVisible();
  const secret = await addWebhook(page, url);
  await page.getByRole("link", { name: url }).click();

  await page.getByRole("button", { name: "Send a test" }).click();
  const deliveries = page.getByRole("table");
  await expect(deliveries.getByText("delivered", { exact: true })).toBeVisible();
  const sent = () => got.filter(({ path }) => path === "/hooks");
  const [message] = sent();
  const headers = message?.headers as Record<string, string>;
  expect(new Webhook(secret).verify(message?.body ?? "", headers)).toMatchObject({
    type: "webhook.test",
  });

  status = 500;
  await page.getByRole("button", { name: "Send again: webhook.test" }).click();
  await expect(deliveries.getByText("trying again")).toBeVisible();
  await page.getByRole("link", { name: "webhook.test" }).click();
  await expect(page.getByText("HTTP 500").first()).toBeVisible();
  status = 204;
  await page.getByRole("button", { name: "Send again: webhook.test" }).click();
  await expect(page.getByText("delivered", { exact: true })).toBeVisible();
  expect(new Set(sent().map((one) => one.headers["webhook-id"])).size).toBe(1);

  await page.getByRole("link", { name: "All deliveries of this webhook" }).click();
  const states = page.getByRole("navigation", { name: "State" });
  await expect(states.locator("[aria-current]")).toHaveText("All");
  await states.getByRole("link", { name: "Given up" }).click();
  await expect(page).toHaveURL(/status=failed/);
  await expect(states.locator("[aria-current]")).toHaveText("Given up");
  await page.getByRole("link", { name: "Show all deliveries" }).click();
  await expect(states.locator("[aria-current]")).toHaveText("All");
  await page.getByRole("button", { name: "Rotate secret" }).click();
  await page.getByRole("button", { name: "Rotate", exact: true }).click();
  await expect(page.getByRole("figure").locator("code")).toContainText("whsec_");
  await page.getByRole("button", { name: "I have copied it" }).click();
  await page.getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByText(/What happens meanwhile is not kept/)).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No webhooks yet")).toBeVisible();
});

test("an operator finds what a customer's system was told, and sends it again under the same id", async ({
  page,
  browser,
}) => {
  const customer = await elsewhere(browser);
  const account = await signUp(customer, "Olga Outgoing");
  const url = urlOf(`/${account}`);
  await customer.goto("/settings/webhooks");
  await customer.getByRole("button", { name: "Add a webhook" }).click();
  await addWebhook(customer, url);
  await customer.getByRole("link", { name: url }).click();
  await customer.getByRole("button", { name: "Send a test" }).click();
  await expect(customer.getByRole("table").getByText("delivered", { exact: true })).toBeVisible();
  await customer.close();

  await asDemo(page, "operator");
  await page.goto("/admin/webhooks");
  await page.getByRole("combobox", { name: "Account" }).fill(account);
  await expect(page).toHaveURL(new RegExp(`account=${account}`));
  const rows = page
    .getByRole("table", { name: "Deliveries" })
    .getByRole("row")
    .filter({ hasText: new URL(url).origin });
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Olga Outgoing");
  await rows.getByRole("link", { name: "webhook.test" }).click();
  const delivery = page.getByRole("region", { name: "Delivery" });
  await expect(delivery).toContainText("HTTP 204");
  await expectAccessible(page);
  await delivery.getByRole("button", { name: "Send again: webhook.test" }).click();
  await expect(page.getByText("It is on its way again")).toBeVisible();
  const ids = () =>
    got.filter(({ path }) => path === `/${account}`).map(({ headers }) => headers["webhook-id"]);
  await expect.poll(ids, { timeout: 30_000 }).toHaveLength(2);
  expect(new Set(ids()).size).toBe(1);
});
