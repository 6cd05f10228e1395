import type { Page } from "@playwright/test";
import { PAGES } from "./gallery/pages";
import { signIn } from "./demo";
import { expect, test } from "./fixtures";

const OF_OWNER = PAGES.filter(({ viewer, follow }) => viewer === "owner" && !follow).map(({ path }) => path);
/** As far as a long list is walked. */
const MOST_STEPS = 60;

interface Step {
  what: string;
  /** Nothing has the focus: the walk has left the page at its end. */
  isEnd: boolean;
  isAgain: boolean;
  hasRing: boolean;
  isInSight: boolean;
}

/** Where the focus stands after a Tab, and whether a person could see it there. */
function lookAtFocus(page: Page): Promise<Step> {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!(one instanceof HTMLElement) || one === document.body)
      return { what: "body", isEnd: true, isAgain: false, hasRing: true, isInSight: true };
    // A date has several parts, and Tab goes through each of them.
    const isAgain =
      one.dataset.walked === "yes" && !one.matches("[type=date], [type=datetime-local], [type=time]");
    one.dataset.walked = "yes";
    // A link that covers its row draws its ring around the row.
    const hasRing = [null, "::after"].some((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one, part);
      return outlineStyle !== "none" && parseInt(outlineWidth, 10) > 0;
    });
    const box = one.getBoundingClientRect();
    const header = document.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
    const top = one.closest("main") ? header : 0;
    const isInSight =
      box.bottom > top && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth;
    const what = `${one.tagName.toLowerCase()} “${(one.innerText || one.getAttribute("aria-label") || one.id).trim().slice(0, 40)}”`;
    return { what, isEnd: false, isAgain, hasRing, isInSight };
  });
}

/** Everything that Tab should reach: links, buttons and fields that are shown and enabled. */
function reachable(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [
        ...document.querySelectorAll<HTMLElement>(
          "a[href], button, input, select, textarea, summary, [tabindex]",
        ),
      ].filter(
        (one) =>
          one.tabIndex >= 0 &&
          !one.matches(":disabled, [type=radio]") &&
          one.checkVisibility({ visibilityProperty: true }),
      ).length,
  );
}

test("every page can be walked through with Tab: nothing is left out, hidden, unmarked or a trap", async ({
  page,
}) => {
  test.setTimeout(400_000);
  await signIn(page);
  for (const path of OF_OWNER) {
    await page.goto(path);
    await expect(page.locator("main")).toBeVisible();
    const wanted = await reachable(page);
    expect(wanted, path).toBeGreaterThan(5);
    let steps = 0;
    for (; steps < MOST_STEPS; steps += 1) {
      await page.keyboard.press("Tab");
      const step = await lookAtFocus(page);
      // Behind its end a page begins anew, by way of the browser's own buttons or at once.
      if (step.isEnd || (steps > 0 && step.what.includes("Skip to content"))) break;
      expect(step, `${path}, step ${steps}: ${step.what}`).toMatchObject({
        isAgain: false,
        hasRing: true,
        isInSight: true,
      });
    }
    if (wanted < MOST_STEPS) expect(steps, `${path}: stops on the way`).toBeGreaterThanOrEqual(wanted - 1);
  }
});

test("the first Tab offers to skip to the content, and Enter does", async ({ page }) => {
  await signIn(page);
  await page.goto("/billing");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("a row is explained and left again without a mouse", async ({ page }) => {
  await signIn(page);
  await page.goto("/billing");
  const row = page.getByRole("table").getByRole("row").nth(1).getByRole("link").first();
  await row.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/explain=txn_/);
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).not.toHaveURL(/explain=/);
});

test("menus of the header open, are walked and close by keys, and give the focus back", async ({ page }) => {
  await signIn(page);
  await page.goto("/billing");
  const banner = page.getByRole("banner");
  for (const name of [/^Account:/, "Theme", /your menu/]) {
    const button = banner.getByRole("button", { name });
    const menu = page.getByRole("menu");
    await expect(async () => {
      await button.focus();
      await page.keyboard.press("Enter");
      await expect(menu).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await page.keyboard.press("ArrowDown");
    await expect(menu.locator(":focus")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(menu).toHaveCount(0);
    await expect(button).toBeFocused();
  }
});

test("nothing moves for those who asked for no motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await signIn(page);
  await page.goto("/billing");
  await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  const moving = await page.evaluate(
    () =>
      document
        .getAnimations()
        .filter((one) => Number(one.effect?.getComputedTiming().activeDuration ?? 0) > 1).length,
  );
  expect(moving).toBe(0);
});
