import { expectAccessible, expectNarrow } from "./accessible";
import { asDemo, fillSignIn, newEmail, postFor, readDemo, readFor, signUp } from "./demo";
import { expect, test } from "./fixtures";

const JOB = {
  title: "Summarise the archive",
  reason: "The board asked for it.",
  operations: [{ model: "gpt-4o", input_tokens: 3_000, max_output_tokens: 500, count: 100 }],
};

test("a person who is sent to approve signs in, approves once, and is sent back to the job", async ({
  page,
  request,
}) => {
  const email = newEmail();
  const account = await signUp(page, "Ada Approver", email);
  const back = `${readDemo().mailbox_url}/?job=81`;
  const asked = await postFor(request, account, "/api/v1/approvals", { ...JOB, return_url: back });
  expect(asked.status).toBe(201);
  const url = String(asked.body.url);

  await page.context().clearCookies();
  await page.goto(url);
  await expect(page).toHaveURL(/sign-in/);
  await fillSignIn(page, email);
  await expect(page.getByRole("heading", { name: JOB.title })).toBeVisible();
  await expect(page.getByText(JOB.reason)).toBeVisible();
  await page.getByText("how", { exact: true }).click();
  await expect(page.getByText(/markup/)).toBeVisible();
  await page.getByRole("button", { name: /^Approve and hold/ }).dblclick();
  await page.waitForURL((now) => now.origin === new URL(back).origin);
  expect(new URL(page.url()).searchParams.get("job")).toBe("81");
  expect(new URL(page.url()).searchParams.get("status")).toBe("approved");
  expect(new URL(page.url()).searchParams.get("approval")).toBe(asked.body.id);

  const approval = await readFor(request, account, `/api/v1/approvals/${String(asked.body.id)}`);
  expect(approval).toMatchObject({ status: "approved", authorization_id: expect.any(String) });
  const wallet = await readFor(request, account, "/api/v1/credits/wallet");
  expect(wallet.held).toBe(asked.body.amount);

  await page.goto(url);
  await expect(page.getByText(/ECU are held for it/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Approve/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Back to / })).toHaveAttribute("href", /status=approved/);
});

test("what is too expensive says what is missing, and stays to be decided", async ({ page, request }) => {
  const account = await signUp(page, "Bo Broke");
  const { body } = await postFor(request, account, "/api/v1/approvals", {
    title: "Train on everything",
    amount: "1000",
  });
  await page.goto(String(body.url));
  await expect(page.getByRole("alert").filter({ hasText: "75 ECU are available" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Approve and hold/ })).toBeDisabled();
  await page.getByRole("link", { name: "Add credit" }).click();
  await expect(page).toHaveURL(/\/billing\/buy\?account=.*next=/);
  const approval = await readFor(request, account, `/api/v1/approvals/${String(body.id)}`);
  expect(approval.status).toBe("pending");
});

test("the link's account counts, whichever was looked at last; who may not decide learns who may; to others it is not there", async ({
  page,
  request,
}) => {
  const northwind = readDemo().accounts.find(({ name }) => name === "Northwind Labs")!.id;
  const { body } = await postFor(request, northwind, "/api/v1/approvals", JOB);
  const url = String(body.url);
  await asDemo(page);
  await page.goto("/billing");
  await expect(page.getByRole("button", { name: /Acme Research/ })).toBeVisible();
  await page.goto(url);
  await expect(page.getByRole("banner")).toContainText("Northwind Labs");
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByText("Nothing is held and nothing will be charged.")).toBeVisible();
  expect(await readFor(request, northwind, `/api/v1/approvals/${String(body.id)}`)).toMatchObject({
    status: "declined",
    authorization_id: null,
  });

  const acme = readDemo().accounts.find(({ name }) => name === "Acme Research")!.id;
  const theirs = await postFor(request, acme, "/api/v1/approvals", JOB);
  await page.context().clearCookies();
  await asDemo(page, "member");
  await page.goto(String(theirs.body.url));
  await expect(page.getByText("Your role cannot decide on this.")).toBeVisible();
  await expect(page.getByText(/Mira Kovač/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Approve/ })).toHaveCount(0);

  expect((await page.goto(url))?.status()).toBe(404);
  expect((await page.goto(url.replace(/\?.*/, "")))?.status()).toBe(404);
});

test("an agent spends under a mandate that a person approved, and no longer when it is revoked", async ({
  page,
  request,
}) => {
  const account = await signUp(page, "Max Mandate");
  const { body: mandate } = await postFor(request, account, "/api/v1/mandates", {
    title: "Research agent",
    limit: "2",
    models: ["gpt-4o"],
    lasts: 3_600,
  });
  const call = (id: string) =>
    postFor(request, account, "/api/v1/usage-events", {
      ...{ id, model: "gpt-4o", input_tokens: 1_000, output_tokens: 100 },
      mandate: mandate.id,
    });
  const hold = () =>
    postFor(request, account, "/api/v1/authorizations", {
      operations: [{ model: "gpt-4o", input_tokens: 1_000, max_output_tokens: 100 }],
      mandate: mandate.id,
    });
  expect(await hold()).toMatchObject({ status: 409, body: { code: "mandate_pending" } });

  await page.goto("/settings/mandates");
  await page
    .getByRole("listitem")
    .filter({ hasText: "Research agent" })
    .getByRole("button", { name: /^Approve/ })
    .click();
  const inForce = page.getByRole("main").getByRole("listitem").filter({ hasText: "approved by Max Mandate" });
  await expect(inForce).toContainText("0 % used");
  expect((await call("under the mandate".replaceAll(" ", "-"))).status).toBe(207);
  await page.reload();
  await expect(inForce).toContainText("spent");
  await expect(inForce).not.toContainText("0 spent");

  await page.goto("/billing");
  await page.getByRole("table").getByRole("row").nth(1).getByRole("link").first().click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("What caused it")).toBeVisible();
  await panel.getByRole("link", { name: "Research agent" }).click();

  await inForce.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("heading", { name: "No agent may spend under a mandate now" })).toBeVisible();
  expect(await hold()).toMatchObject({ status: 409, body: { code: "mandate_ended" } });
});

test("the page of an approval can be used by everybody", async ({ page, request }) => {
  const account = await signUp(page, "Axel Axe");
  for (const [path, asked] of [
    ["/api/v1/approvals", JOB],
    ["/api/v1/mandates", { title: "Agent", limit: "5", lasts: 60 }],
  ] as const) {
    const { body } = await postFor(request, account, path, asked);
    await page.goto(String(body.url));
    await expect(page.getByRole("button", { name: /^Approve/ })).toBeEnabled();
    await expectNarrow(page);
    await expectAccessible(page);
  }
});

const PREVIEW =
  "/cost-preview?feature=model_inference&model=gpt-4o&input_tokens=1200&max_output_tokens=500&count=10";

test("from the preview an owner approves what it shows, and the job spends what was approved", async ({
  page,
  request,
}) => {
  const account = await signUp(page, "Pella Preview");
  await page.goto(PREVIEW);
  await page.getByLabel("What it is for").fill("");
  const approve = page.getByRole("button", { name: /^Approve and hold/ });
  await approve.click();
  await expect(page.getByLabel("What it is for")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("What it is for").fill("Ten chats");
  await page.getByLabel("Held for at most").selectOption({ label: "1 day" });
  await expectAccessible(page);
  await approve.dblclick();
  await expect(page.getByRole("heading", { name: "Approved" })).toBeVisible();
  const held = (await readFor(request, account, "/api/v1/credits/wallet")).held;
  const said = page.getByRole("status").filter({ hasText: "under the authorization" });
  await expect(said).toContainText("for 1 day at most");
  const code = await page.getByLabel("The job says what it used, and the rest goes back").innerText();
  const [, hold] = /authorizations\/([0-9a-f-]+)\/capture/.exec(code) ?? [];
  expect(await readFor(request, account, `/api/v1/authorizations/${hold}`)).toMatchObject({
    ...{ status: "open", amount: held, description: "Ten chats", ref_type: "approval" },
  });
  const captured = await postFor(request, account, `/api/v1/authorizations/${hold}/capture`, {
    amount: "0.01",
  });
  expect(captured.status).toBe(200);
  expect(await readFor(request, account, "/api/v1/credits/wallet")).toMatchObject({
    ...{ held: "0", balance: "74.99" },
  });
  await page.getByRole("link", { name: "See the request" }).click();
  await expect(page.getByRole("heading", { name: "Ten chats" })).toBeVisible();
  await expect(page.getByText("Approved", { exact: true })).toBeVisible();
});

test("from the preview a member asks, and whoever may decide finds it waiting", async ({ page, request }) => {
  await asDemo(page, "member");
  await page.goto(PREVIEW);
  await expect(page.getByRole("button", { name: /^Approve and hold/ })).toHaveCount(0);
  const title = `A member's ten chats ${Date.now()}`;
  await page.getByLabel("What it is for").fill(title);
  await page.getByLabel("Why it is needed").fill("The board asked for it.");
  await page.getByRole("button", { name: /^Ask for/ }).click();
  await expect(page.getByRole("heading", { name: "Asked" })).toBeVisible();
  const url = await page.getByRole("link", { name: "See the request" }).getAttribute("href");
  const [, id, account] = /approve\/([0-9a-f-]+)\?account=([0-9a-f-]+)/.exec(url ?? "") ?? [];
  expect(await readFor(request, account!, `/api/v1/approvals/${id}`)).toMatchObject({
    ...{ status: "pending", title, reason: "The board asked for it." },
  });

  await page.context().clearCookies();
  await asDemo(page);
  await page.goto(`/settings/mandates?account=${account}`);
  const waiting = page.getByRole("listitem").filter({ hasText: title });
  await waiting.getByRole("link", { name: "Look and decide" }).click();
  // Mandates have such a button too.
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page.getByText("Nothing is held and nothing will be charged.")).toBeVisible();
});
