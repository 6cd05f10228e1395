import type { Page } from "@playwright/test";
import { headingOf } from "@/components/admin/navigation";
import { expectAccessible, expectClearOfLines, expectNarrow, expectSettled, expectUncut } from "./accessible";
import { asDemo } from "./demo";
import { expect, test } from "./fixtures";
import { PAGES, type GalleryPage } from "./gallery/pages";
import { walkByTab } from "./tab-walk";

// To open a page costs more than to look at it. So each is opened once, and everything that holds for every page is looked at there; and a
// handful of pages shares a window, so that their scripts are read once.
const AT_ONCE = 7;
test.describe.configure({ mode: "parallel" });

/** Views of pages that the gallery has no picture of. */
const VIEWS: readonly GalleryPage[] = [
  "/billing?text=nothing-like-this",
  "/cost-preview?feature=model_inference&model=gpt-4o&input_tokens=1200&max_output_tokens=500&count=10000",
  "/docs/guides/customer",
].map((path) => ({ name: path, viewer: "owner", path }));

for (const viewer of ["visitor", "owner", "operator"] as const) {
  const pages = [...PAGES, ...VIEWS].filter((page) => page.viewer === viewer);
  for (let first = 0; first < pages.length; first += AT_ONCE) {
    const some = pages.slice(first, first + AT_ONCE);
    const names = some.map(({ name }) => name).join(", ");
    test(`axe finds nothing in light and dark, Tab leads everywhere, 320 px are enough: ${names}`, async ({
      page,
    }) => {
      test.setTimeout(240_000);
      if (viewer !== "visitor") await asDemo(page, viewer);
      for (const one of some) await test.step(one.name, () => judge(page, one));
    });
  }
}

async function judge(page: Page, { path, follow = [], viewer }: GalleryPage): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(200);
  await expectSettled(page);
  for (const link of follow) await goOn(page, link);
  const { pathname } = new URL(page.url());
  if (viewer === "operator" && pathname.startsWith("/admin")) {
    // One title, that of its place, or of what it shows.
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(headingOf(pathname).label ?? /\S/);
  }
  await expectClearOfLines(page);
  await walkByTab(page);
  await expectAccessible(page);
  await expectUncut(page);
  await expectNarrow(page);
}

/** Goes where a link of the page leads: to another page, or to a panel beside it. */
async function goOn(page: Page, link: string): Promise<void> {
  const from = page.url();
  await page.locator(link).first().click();
  await expect(page).not.toHaveURL(from);
  if (/[?&](explain|event|open|payment)=/.test(page.url()))
    await expect(page.getByRole("dialog")).toBeVisible();
  await expectSettled(page);
}
