import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { type APIRequestContext, type BrowserContext, expect, type Page } from "@playwright/test";
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

const Messages = z.object({
  messages: z.array(z.object({ id: z.string(), subject: z.string(), text: z.string() })),
});

/** Of people who come to be in a test. */
export const PASSWORD = "summer rain on tin roofs";

/** What the start wrote down for scripts: where everything is, and who may sign in. */
export function readDemo(): z.infer<typeof Demo> {
  return Demo.parse(
    JSON.parse(readFileSync(`${process.env.E2E_DATA_DIR ?? ".cache/e2e"}/demo.json`, "utf8")),
  );
}

/** Fills in the sign-in that stands on the page. */
export async function fillSignIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Signs in as a person of the demo with a role, the first or a later one, as they would. */
export async function signIn(page: Page, role = "owner", no = 0): Promise<void> {
  const person = readDemo().users.filter((user) => user.role === role)[no];
  if (!person) throw new Error(`the demo has no ${role} number ${no}`);
  await page.goto("/sign-in");
  await fillSignIn(page, person.email, person.password);
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;
const sessions = new Map<string, Cookies>();

/**
 * Is signed in as a person of the demo with a role, and opens no page: all tests of a process share one session of theirs. For what is
 * about signing in, or ends a session, there is `signIn`.
 */
export async function asDemo(page: Page, role = "owner", no = 0): Promise<void> {
  const context = page.context();
  const person = `${role} ${no}`;
  const known = sessions.get(person);
  if (known) return context.addCookies(known);
  await signIn(page, role, no);
  await page.goto("about:blank");
  // The account that was looked at is each test's own.
  const opened = (await context.cookies()).filter(({ name }) => name.endsWith("ecu-session"));
  expect(opened).toHaveLength(1);
  sessions.set(person, opened);
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

let people = 0;

export function newEmail(): string {
  people += 1;
  return `newcomer-${Date.now()}-${process.pid}-${people}@example.com`;
}

/** Signs up as somebody new, with an account of their own and the starter pack's 75 ECU. Gives the account's id. */
export async function signUp(page: Page, name: string, email = newEmail()): Promise<string> {
  // One network may sign up so many an hour: each newcomer comes from one of their own.
  await page.setExtraHTTPHeaders({
    "x-forwarded-for": `10.${[1, 2, 3].map(() => randomInt(256)).join(".")}`,
  });
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: /sign up|create/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));
  await page.setExtraHTTPHeaders({});
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

/** The mails to an address, the newest first, as the local mailbox got them. */
export async function mailsTo(
  request: APIRequestContext,
  email: string,
): Promise<z.infer<typeof Messages>["messages"]> {
  const answer = await request.get(`${readDemo().mailbox_url}/api/messages?to=${encodeURIComponent(email)}`);
  return Messages.parse(await answer.json()).messages;
}

/** The link in the newest mail to an address that leads to one of these pages, as soon as it has come. */
export async function newestLink(
  request: APIRequestContext,
  email: string,
  pages = "reset-password|invitation",
): Promise<string> {
  const wanted = new RegExp(`https?://\\S*(${pages})\\S*`);
  let link = "";
  await expect(async () => {
    const links = (await mailsTo(request, email)).map(({ text }) => wanted.exec(text)?.[0]);
    link = links.find((one) => one !== undefined) ?? "";
    expect(link).not.toBe("");
  }).toPass({ timeout: 30_000 });
  return link;
}
