import { type Browser, type BrowserContextOptions, expect, type Page, test as base } from "@playwright/test";

/** Every test of a page fails when a script of it throws, or when it asks for what its content security policy forbids. */
export const test = base.extend<{ soundPage: void }>({
  page: async ({ page }, provide) => {
    await provide(whenAlive(page));
    // What a page still asks for when its test is over belongs to none that comes after.
    await page.unrouteAll({ behavior: "ignoreErrors" });
  },
  soundPage: [
    async ({ page }, provide) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error" && /Content[ -]Security[ -]Policy/i.test(message.text()))
          faults.push(message.text());
      });
      await provide();
      expect(faults, "scripts that threw, and violations of the content security policy").toEqual([]);
    },
    { auto: true },
  ],
});

/** A browser of somebody else's, or of the same person elsewhere: nothing of it is shared with the test's own. */
export async function elsewhere(browser: Browser, options?: BrowserContextOptions): Promise<Page> {
  return whenAlive(await browser.newPage(options));
}

/** A page is open when it answers to people, not when it has come: before, a click is lost and what is typed is forgotten. */
export function whenAlive(page: Page): Page {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  const alive = () => page.waitForFunction(isAlive, null, { timeout: 20_000 });
  return Object.assign(page, {
    goto: async (...to: Parameters<Page["goto"]>) => {
      const answer = await goto(...to);
      await alive();
      return answer;
    },
    reload: async (...how: Parameters<Page["reload"]>) => {
      const answer = await reload(...how);
      await alive();
      return answer;
    },
  });
}

/** Runs in the page: whether React has taken over all that came as HTML. Pages of the stand-ins are not of React. */
function isAlive(): boolean {
  if (!("__next_f" in window)) return true;
  const own = (node: Node, name: string): unknown =>
    Object.entries(node).find(([key]) => key.startsWith(name))?.[1];
  const root = own(document, "__reactContainer$") as
    { stateNode?: { current?: { memoizedState?: { isDehydrated?: boolean } } } } | undefined;
  if (root?.stateNode?.current?.memoizedState?.isDehydrated !== false) return false;
  return [...document.querySelectorAll("button, input:not([type=hidden]), select, textarea")].every((one) =>
    own(one, "__reactProps$"),
  );
}

export { expect };
