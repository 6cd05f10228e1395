import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
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
});

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
