import { expect, type Page } from "@playwright/test";

/** As far as a long list is walked. */
const MOST_STEPS = 60;
const AT_ONCE = 15;

interface Step {
  what: string;
  /** Nothing has the focus: the walk has left the page at its end. */
  isEnd: boolean;
  /** One of the two where the walk began. */
  isFirst: boolean;
  isAgain: boolean;
  hasRing: boolean;
  isInSight: boolean;
}

declare global {
  interface Window {
    steps: Step[];
  }
}

/**
 * Walks through the page by Tab, or through the dialog that stands above it: nothing is left out, hidden, unmarked or a trap. It ends where it
 * began, or after as many steps as a person would bear.
 */
export async function walkByTab(page: Page): Promise<void> {
  const wanted = await page.evaluate(countReachable);
  expect(wanted, "can be reached").toBeGreaterThan(0);
  await page.evaluate(noteSteps);
  const walked: Step[] = [];
  let ends = 0;
  let isOver = false;
  while (!isOver && walked.length < MOST_STEPS) {
    for (let press = 0; press < AT_ONCE; press += 1) await page.keyboard.press("Tab");
    const steps = await page.evaluate(() => window.steps.splice(0));
    // The browser's own buttons tell the page nothing.
    isOver = steps.length === 0;
    for (const step of steps) {
      // Behind its end a page begins anew, by way of the browser's own buttons, which swallow a key at times, or at once. The walk may have
      // begun in its middle, where something was clicked before.
      if (step.isEnd) ends += 1;
      isOver ||= ends > 1 || step.isFirst || (ends > 0 && step.isAgain);
      if (isOver) break;
      if (step.isEnd) continue;
      const before = walked.map(({ what }) => what);
      expect(step, `${page.url()}: ${step.what} after ${before.join(", ")}`).toMatchObject({
        ...{ isAgain: false, hasRing: true, isInSight: true },
      });
      walked.push(step);
    }
  }
  if (wanted < MOST_STEPS)
    expect(walked.length, `stops on the way, after ${walked.at(-1)?.what}`).toBeGreaterThanOrEqual(
      wanted - 1,
    );
}

/** Runs in the page: how many links, buttons and fields are shown and enabled, so that Tab should reach them. */
function countReachable(): number {
  // A field may have the focus already; the walk begins at the beginning.
  const field = document.activeElement;
  if (field instanceof HTMLElement && !field.closest("[role=dialog]")) {
    field.blur();
    getSelection()?.setPosition(document.body, 0);
  }
  const dialog = document.querySelector("[role=dialog][data-state=open]");
  const all = (dialog ?? document).querySelectorAll<HTMLElement>(
    "a[href], button, input, select, textarea, summary, [tabindex]",
  );
  return [...all].filter(
    (one) =>
      one.tabIndex >= 0 &&
      !one.matches(":disabled, [type=radio]") &&
      one.checkVisibility({ visibilityProperty: true }),
  ).length;
}

/** Runs in the page: notes where the focus stands after each Tab, and whether a person could see it there. */
function noteSteps(): void {
  window.steps = [];
  const seen: Element[] = [];
  const look = (): Step => {
    const one = document.activeElement;
    if (!(one instanceof HTMLElement) || one === document.body)
      return {
        what: "body",
        isEnd: true,
        isFirst: false,
        isAgain: false,
        hasRing: true,
        isInSight: true,
      };
    // A date has several parts, and Tab goes through each of them.
    const isAgain = seen.includes(one) && !one.matches("[type=date], [type=datetime-local], [type=time]");
    const isFirst = isAgain && seen.indexOf(one) < 2;
    seen.push(one);
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
    const name = (one.innerText || one.getAttribute("aria-label") || one.id).trim().slice(0, 40);
    const what = `${one.tagName.toLowerCase()} “${name}”`;
    return { what, isEnd: false, isFirst, isAgain, hasRing, isInSight };
  };
  addEventListener("keyup", ({ key }) => key === "Tab" && window.steps.push(look()), { capture: true });
}
