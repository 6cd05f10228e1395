import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { signUp } from "./demo";
import { expect, test } from "./fixtures";

/** A customer's own system, on this machine. */
let server: Server;
let status = 204;
const got: { headers: IncomingHttpHeaders; body: string }[] = [];

test.beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString("utf8")));
    request.on("end", () => {
      got.push({ headers: request.headers, body });
      response.writeHead(status).end("seen");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("an owner adds a webhook, sees a test arrive, and sends again what did not", async ({ page }) => {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  await signUp(page, "Webhooks");
  await page.goto("/settings/webhooks");
  await page.getByRole("button", { name: "Add a webhook" }).click();
  await page.getByLabel("URL").fill("not an address");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText(/is not an address/)).toBeVisible();
  await page.getByLabel("URL").fill(url);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const secret = await page.getByRole("figure").locator("code").textContent();
  expect(secret).toMatch(/^whsec_/);
  await page.getByRole("button", { name: "I have copied it" }).click();
  await page.getByRole("link", { name: url }).click();

  await page.getByRole("button", { name: "Send a test" }).click();
  const deliveries = page.getByRole("table");
  await expect(deliveries.getByText("delivered", { exact: true })).toBeVisible();
  const [message] = got;
  const headers = message?.headers as Record<string, string>;
  expect(new Webhook(secret ?? "").verify(message?.body ?? "", headers)).toMatchObject({
    type: "webhook.test",
  });

  status = 500;
  await page.getByRole("button", { name: "Send webhook.test again" }).click();
  await expect(deliveries.getByText("trying again")).toBeVisible();
  await page.getByRole("link", { name: "webhook.test" }).click();
  await expect(page.getByText("HTTP 500").first()).toBeVisible();
  status = 204;
  await page.getByRole("button", { name: "Send webhook.test again" }).click();
  await expect(page.getByText("delivered", { exact: true })).toBeVisible();
  expect(new Set(got.map((one) => one.headers["webhook-id"])).size).toBe(1);

  await page.getByRole("link", { name: "All deliveries of this webhook" }).click();
  await page.getByRole("button", { name: "Rotate secret" }).click();
  await page.getByRole("button", { name: "Rotate", exact: true }).click();
  await expect(page.getByRole("figure").locator("code")).toContainText("whsec_");
  await page.getByRole("button", { name: "I have copied it" }).click();
  await page.getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByText(/What happens meanwhile is not kept/)).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No system is told of what happens")).toBeVisible();
});
