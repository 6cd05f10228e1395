import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What axe looks at that has to do with colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** What stands below a line keeps at least this far from it. */
const LEAST_PX = 4;

/**
 * What is on the page has no fault that axe finds, in light and in dark. The page is not opened a second time: its theme is changed, as a
 * person's device does at dusk, and then only its colours are looked at again. It ends as it was found, in light.
 */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    // Nothing fades: a colour on its way to another one is no colour of ours.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveClass(colorScheme === "dark" ? /\bdark\b/ : /^(?!.*\bdark\b)/);
    // In one run and without the lists of what is well, which take longer than to find that it is.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({
      resultTypes: ["violations"],
      ...(colorScheme === "dark" && { runOnly: { type: "rule", values: COLOUR_RULES } }),
    });
    const { violations } = await (within ? axe.include(within) : axe).analyze();
    const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect(faults, `${new URL(page.url()).pathname} in ${colorScheme}`).toEqual([]);
  }
}

/** Nothing of the page lies beyond a window of 320 px. The window stays so. */
export async function expectNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  // What is drawn to the window's width is drawn anew when the window has changed.
  await expect.poll(beyond, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** No table has columns beyond its place in a window of middle width, where they are narrowest before rows become two lines. The window stays so. */
export async function expectUncut(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1024, height: 900 });
  const cut = () =>
    page
      .locator("main [data-table]")
      .evaluateAll((all) =>
        all
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map((table) => table.querySelector("caption")?.textContent),
      );
  await expect.poll(cut, `${page.url()} has tables that are wider than their place`).toEqual([]);
}

/** Nothing in a card touches the line below its head. */
export async function expectClearOfLines(page: Page): Promise<void> {
  const touching = await page.evaluate((leastPx) => {
    const cards = [...document.querySelectorAll("main section > header + div")];
    return cards
      .filter(({ clientTop }) => clientTop > 0)
      .filter((content) => {
        const boxes = [...content.querySelectorAll("button, input, select")].map((one) =>
          one.getBoundingClientRect(),
        );
        const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          // The head of a table has its own room, or is for readers alone.
          if (text.parentElement?.closest("thead, caption")) continue;
          range.selectNodeContents(text);
          boxes.push(range.getBoundingClientRect());
        }
        const seen = boxes.filter(({ width, height }) => width > 1 && height > 1);
        const line = content.getBoundingClientRect().top;
        return Math.min(...seen.map(({ top }) => top)) < line + leastPx;
      })
      .map((content) => content.previousElementSibling?.textContent);
  }, LEAST_PX);
  expect(touching, `${page.url()} has cards whose content touches the line of their head`).toEqual([]);
}

/** Everything that loads has come: no place is held for what is on its way. */
export async function expectSettled(page: Page): Promise<void> {
  // While what was streamed takes its place, there are two.
  await expect(page.locator("main")).toHaveCount(1);
  await expect(page.locator("main")).toBeVisible();
  await expect(page.locator("[aria-busy=true], [role=status][aria-label=Loading]")).toHaveCount(0);
}
