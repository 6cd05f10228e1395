import { expectAccessible, expectNarrow, expectSettled } from "./accessible";
import { readDemo, signUp } from "./demo";
import { test } from "./fixtures";
import { MADE_PAGES } from "./gallery/made-pages";
import { walkByTab } from "./tab-walk";

for (const { name, open } of MADE_PAGES.filter(({ viewer }) => viewer === "owner"))
  test(`${name}: axe finds nothing in light and dark, Tab leads everywhere, 320 px are enough`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const account = await signUp(page, "Mia Made");
    await open(page, { account, platformKey: readDemo().platform_key });
    await expectSettled(page);
    // What was clicked last is gone, and Tab would go on from there: the walk begins where the page does.
    await page.getByRole("link").or(page.getByRole("button")).first().focus();
    await walkByTab(page);
    await expectAccessible(page);
    await expectNarrow(page);
  });
