import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { MadePage } from "./made-pages";
import type { GalleryPage, Viewer } from "./pages";
import type { Shown } from "./product";

export interface Look {
  width: number;
  theme: "light" | "dark";
  /** What a window shows, or the page down to its end. */
  whole: boolean;
  /** The picture of a page. */
  fileOf(name: string): string;
}

const HEIGHTS = new Map([
  [1440, 900],
  [768, 1024],
  [375, 812],
]);

const SETTLED_MS = 8_000;

/** Takes one look at every page, each person signed in once. @returns what is wrong with them, as sentences */
export async function takeLook(
  browser: Browser,
  shown: Shown,
  pages: readonly (GalleryPage | MadePage)[],
  look: Look,
): Promise<string[]> {
  const faults: string[] = [];
  for (const viewer of new Set(pages.map((page) => page.viewer))) {
    const context = await browser.newContext({
      baseURL: shown.url,
      viewport: { width: look.width, height: HEIGHTS.get(look.width) ?? 900 },
      colorScheme: look.theme,
      reducedMotion: "reduce",
    });
    await signIn(context, shown, viewer);
    for (const page of pages.filter((one) => one.viewer === viewer))
      faults.push(...(await takePage(context, page, shown, look)));
    await context.close();
  }
  return faults;
}

async function signIn(context: BrowserContext, { users }: Shown, viewer: Viewer): Promise<void> {
  if (viewer === "visitor") return;
  const person = users.find(({ role }) => role === viewer);
  if (!person) throw new Error(`the demo has no ${viewer}`);
  const tab = await context.newPage();
  await tab.goto("/sign-in");
  await tab.getByLabel("E-mail").fill(person.email);
  await tab.getByLabel("Password", { exact: true }).fill(person.password);
  await tab.getByRole("button", { name: "Sign in", exact: true }).click();
  await tab.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await tab.close();
}

async function takePage(
  context: BrowserContext,
  asked: GalleryPage | MadePage,
  { made }: Shown,
  { width, theme, whole, fileOf }: Look,
): Promise<string[]> {
  const faults: string[] = [];
  const { name } = asked;
  const fault = (text: string) => faults.push(`${name} ${width} ${theme}: ${text.slice(0, 300)}`);
  const tab = await context.newPage();
  tab.on("pageerror", (error) => fault(`a script threw ${error.message}`));
  tab.on("console", (message) => {
    if (message.type() === "error") fault(`the console says ${message.text()}`);
  });
  if ("open" in asked) {
    await asked.open(tab, made).catch((error: unknown) => fault(`cannot be made: ${String(error)}`));
  } else {
    const answer = await tab.goto(asked.path);
    if (answer && answer.status() >= 400) fault(`was answered with ${answer.status()}`);
    for (const link of asked.follow ?? [])
      if (!(await followed(tab, link))) fault(`has nothing to follow at ${link}`);
  }
  await settle(tab);
  const over = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (over > 0) fault(`is ${over} px wider than the window`);
  const { violations } = await new AxeBuilder({ page: tab }).analyze();
  for (const { id, nodes } of violations) fault(`axe: ${id} at ${String(nodes[0]?.target)}`);
  if (whole) await openWide(tab);
  await tab.screenshot({ path: fileOf(name) });
  await tab.close();
  return faults;
}

/**
 * Makes the window as high as the page, from its top; where a panel lies over the page, as high as that panel needs. A picture beyond the window
 * has its parts where the window ends or was scrolled to; here what measures itself, such as a chart, is drawn for the window of the picture.
 */
async function openWide(tab: Page): Promise<void> {
  const { width = 0, height: before = 0 } = tab.viewportSize() ?? {};
  await tab.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  const height = await tab.evaluate(() => {
    const panel = document.querySelector("[role=dialog]");
    if (!panel) return document.documentElement.scrollHeight;
    const beyond = [...panel.querySelectorAll("*")].map((part) => part.scrollHeight - part.clientHeight);
    return window.innerHeight + Math.max(0, ...beyond);
  });
  if (height > before) await tab.setViewportSize({ width, height });
  await settle(tab);
  // Two frames: in one sizes are heard of, in the other they are drawn.
  await tab.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null)))),
  );
}

/** Goes where a link leads; one that opens a panel keeps the page. False when there is none. */
async function followed(tab: Page, follow: string): Promise<boolean> {
  const from = tab.url();
  const clicked = await tab
    .locator(follow)
    .first()
    .click({ timeout: SETTLED_MS })
    .then(() => true)
    .catch(() => false);
  if (clicked)
    await tab.waitForURL((url) => url.href !== from, { timeout: SETTLED_MS }).catch(() => undefined);
  return clicked;
}

/** Waits until nothing loads any more. What is live never ends, so that the wait has an end of its own. */
async function settle(tab: Page): Promise<void> {
  const still = tab.locator("[aria-busy=true]");
  await tab.waitForLoadState("networkidle", { timeout: SETTLED_MS / 4 }).catch(() => undefined);
  await still
    .first()
    .waitFor({ state: "detached", timeout: SETTLED_MS })
    .catch(() => undefined);
}
