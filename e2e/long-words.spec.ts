import type { Page } from "@playwright/test";
import { expectNarrow, expectSettled } from "./accessible";
import { mailsTo, postFor, readDemo, signUp } from "./demo";
import { expect, test } from "./fixtures";

const NAME = "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff the Elder of Upper Bavaria";
const ACCOUNT = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const newLongEmail = () =>
  `wolfeschlegelsteinhausenbergerdorff.hubert.blaine.${Date.now()}@long-company-name.example.com`;

test("long names and sums of eight digits press nothing together and leave no window", async ({ page }) => {
  test.setTimeout(120_000);
  const account = await signUp(page, NAME, newLongEmail());
  await page.goto("/settings/account");
  await page.getByLabel("Account name").fill(ACCOUNT);
  await page.getByRole("button", { name: "Save" }).first().click();
  await expect(page.getByRole("button", { name: `Account: ${ACCOUNT}` })).toBeVisible();
  const model = "a-provider-s-experimental-model-with-a-long-context-preview-of-2026-11-22-eu-west";
  const events = [{ id: `long-${account}`, feature: "model_inference", model, cost_usd: "3703703.678901" }];
  expect((await postFor(page.request, account, "/api/v1/usage-events", { events })).status).toBe(207);

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/settings/members");
  await expectWide(page, page.getByRole("combobox", { name: `Role of ${NAME}` }), 100);
  await expectNarrow(page);

  for (const width of [1440, 1024, 768]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/billing");
    await expectSettled(page);
    await expect(page.getByText("Total cost")).toBeVisible();
    expect(await overflowing(page, "main dl > div"), `figures of Billing at ${width} px`).toEqual([]);
    if (width >= 1024) await expectWide(page, page.getByRole("button", { name: `Account: ${ACCOUNT}` }), 120);
  }
  await expectNarrow(page);

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/usage");
  const ring = page.getByRole("img", { name: /^Credits by category/ });
  await expect(ring).toBeVisible();
  expect(await overflowing(page, "[role=img][aria-label^='Credits by category'] + div")).toEqual([]);
  await expectNarrow(page);
});

test("a mail fits a phone, whoever it is written to", async ({ page }) => {
  const email = newLongEmail();
  await signUp(page, NAME, email);
  await expect.poll(async () => (await mailsTo(page.request, email)).length).toBeGreaterThan(0);
  const [mail] = await mailsTo(page.request, email);
  await page.goto(`${readDemo().mailbox_url}/messages/${mail?.id}/html`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNarrow(page);
});

async function expectWide(page: Page, part: ReturnType<Page["locator"]>, leastPx: number): Promise<void> {
  await expectSettled(page);
  await expect(part).toBeVisible();
  expect((await part.boundingBox())?.width).toBeGreaterThanOrEqual(leastPx);
}

/** The texts of those parts that are wider than their place. */
function overflowing(page: Page, parts: string): Promise<(string | null)[]> {
  return page
    .locator(parts)
    .evaluateAll((all) =>
      all
        .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth)
        .map((one) => one.textContent),
    );
}
