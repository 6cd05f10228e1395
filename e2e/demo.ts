import { readFileSync } from "node:fs";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { z } from "zod";

const Demo = z.object({
  url: z.string(),
  accounts: z.array(z.object({ id: z.string(), name: z.string() })),
  users: z.array(
    z.object({ email: z.string(), password: z.string(), role: z.string(), account: z.string().nullish() }),
  ),
  account_key: z.string(),
  platform_key: z.string(),
  mailbox_url: z.string(),
  stripe_sandbox_url: z.string(),
});

const Messages = z.object({ messages: z.array(z.object({ text: z.string() })) });

/** What the start wrote down for scripts: where everything is, and who may sign in. */
export function readDemo(): z.infer<typeof Demo> {
  return Demo.parse(
    JSON.parse(readFileSync(`${process.env.E2E_DATA_DIR ?? ".cache/e2e"}/demo.json`, "utf8")),
  );
}

/** Signs in as the first person of the demo with a role, as they would. */
export async function signIn(page: Page, role = "owner"): Promise<void> {
  const person = readDemo().users.find((user) => user.role === role);
  if (!person) throw new Error(`the demo has no ${role}`);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Signs out by the menu of the person, as they would. */
export async function signOut(page: Page, name: string): Promise<void> {
  const item = page.getByRole("menuitem", { name: "Sign out" });
  // A click before the page's scripts are there opens nothing.
  await expect(async () => {
    await page.getByRole("button", { name }).click();
    await expect(item).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await item.click();
  await page.waitForURL(/sign-in/);
}

/** For people who come to be in a test. */
export const PASSWORD = "summer rain on tin roofs";
let people = 0;

export function newEmail(): string {
  people += 1;
  return `newcomer-${Date.now()}-${process.pid}-${people}@example.com`;
}

/** Signs up as somebody new, with an account of their own and the starter pack's 75 ECU. Gives the account's id. */
export async function signUp(page: Page, name: string, email = newEmail()): Promise<string> {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: /sign up|create/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));
  const wallet = await page.request.get("/api/v1/credits/wallet/");
  return z.object({ account_id: z.string() }).parse(await wallet.json()).account_id;
}

/** Posts to the API as a service of the platform does, for one account. */
export async function postFor(
  request: APIRequestContext,
  account: string,
  path: string,
  data: object,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await request.post(path, {
    headers: { authorization: `Bearer ${readDemo().platform_key}`, "ecu-account": account },
    data,
  });
  return { status: answer.status(), body: z.record(z.string(), z.unknown()).parse(await answer.json()) };
}

/** Spends so much of an account's credit, as a service of the platform does. */
export async function spend(request: APIRequestContext, account: string, amount: string): Promise<void> {
  const { body } = await postFor(request, account, "/api/v1/authorizations", { amount });
  const captured = await postFor(request, account, `/api/v1/authorizations/${String(body.id)}/capture`, {
    amount,
  });
  expect(captured.status).toBe(200);
}

/** Reads from the API in the same way. */
export async function readFor(
  request: APIRequestContext,
  account: string,
  path: string,
): Promise<Record<string, unknown>> {
  const answer = await request.get(path, {
    headers: { authorization: `Bearer ${readDemo().platform_key}`, "ecu-account": account },
  });
  return z.record(z.string(), z.unknown()).parse(await answer.json());
}

/** The link in the newest mail to an address, as the local mailbox got it, that leads to one of these pages. */
export async function newestLink(
  request: APIRequestContext,
  email: string,
  pages = "reset-password|invitation",
): Promise<string> {
  const wanted = new RegExp(`https?://\\S*(${pages})\\S*`);
  const find = async () => {
    const answer = await request.get(
      `${readDemo().mailbox_url}/api/messages?to=${encodeURIComponent(email)}`,
    );
    const { messages } = Messages.parse(await answer.json());
    const links = messages.map(({ text }) => wanted.exec(text)?.[0]);
    return links.find((link) => link !== undefined) ?? "";
  };
  await expect.poll(find, { timeout: 30_000 }).not.toBe("");
  return find();
}
