import { beforeAll, describe, expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { post, postedOf } from "@/lib/ledger/post";
import { balanceOf, spend } from "@/lib/testing/accounts";
import { announcedTo, listen } from "@/lib/testing/announced";
import {
  accountSince,
  after,
  ensureDefaultRateCard,
  grantAt,
  ledgerOf,
  mailsOf,
  noon,
  register,
  setPolicy,
  start,
} from "@/lib/testing/deployments";
import { testPerson } from "@/lib/testing/people";
import { type Context, PERMISSIONS } from "@/lib/values/context";
import { formatCredits, parseCredits } from "@/lib/values/money";
import { catchUp } from "./catch-up";
import { enforceLimits } from "./enforce-limits";
import { readRoom } from "./policy";
import { readInstance } from "./read-instance";
import { readResource } from "./read-resource";
import { changeStatus } from "./register-resource";
import { stopInstance } from "./stop-instance";
import { sweepDeployments } from "./sweep";
import { tell } from "./tell";
import type { ABOUT } from "./tell-later";

const began = noon(20);
const SENTENCE =
  "You’ve used all your available credits. Please add more credits to your account to continue.";
const script = {
  id: "s",
  kind: "custom_script",
  hardware: "cpu-medium",
  resource: "custom_script/etl",
} as const;

beforeAll(async () => void (await ensureDefaultRateCard()));

/** An account with an owner who gets mail, and no credit but that. */
async function withOwner(credits: string): Promise<Context> {
  const { ctx: owner, accountId } = await testPerson();
  const ctx = { ...owner, permissions: new Set(PERMISSIONS) };
  await inAccount(accountId, (tx) =>
    tx.wallet.updateMany({ where: { accountId }, data: { lastPostedAt: began } }),
  );
  const { available } = await inAccount(accountId, (tx) => readRoom(tx, accountId));
  const spent = spend(ctx, formatCredits(available), "the starter pack", null);
  postedOf((await post([{ ...spent, at: began }]))[0]);
  if (credits !== "0") await grantAt(ctx, credits, began);
  return ctx;
}

/** What the worker would do with the mails that are left. */
async function deliver({ accountId }: Context): Promise<void> {
  const tasks = await inAccount(accountId, (tx) =>
    tx.outbox.findMany({ where: { accountId, task: "deployments.tell" }, orderBy: { id: "asc" } }),
  );
  for (const { payload } of tasks) {
    const { about, id } = payload as { about: (typeof ABOUT)[number]; id: string };
    for (const _ of [1, 2]) await tell({ accountId, about, id });
  }
}

describe("the negative credit policy", () => {
  it("begins nothing new below the low limit, and says why", async () => {
    const ctx = await accountSince(began, "100");
    await setPolicy(ctx, "150", "-50");
    await register(ctx, "custom_script", "etl", { name: "ETL" });
    await expect(start(ctx, script, began)).rejects.toMatchObject({
      code: "insufficient_credits",
      message:
        "New deployments are disabled: 100 ECU are available, below the low limit of 150 ECU. Add credit and try again.",
    });
    await expect(
      changeStatus(ctx, "custom_script", "etl", { status: "deployed", note: "" }),
    ).rejects.toMatchObject({ code: "insufficient_credits" });
  });

  it("lets what runs go on into negative credit, to the last minute that its limit pays for, and then stops it", async () => {
    const ctx = await withOwner("30");
    await setPolicy(ctx, "10", "-20");
    await register(ctx, "custom_script", "etl", { name: "ETL", at: began.toISOString() });
    await start(ctx, { ...script, endpoint: "https://run.example.com/etl" }, began);
    // 30 ECU and 20 below zero at 1 ECU an hour: 50 hours, however late the worker comes.
    await catchUp(ctx.accountId, after(began, 200));
    const ended = await readInstance(ctx, "s");
    expect(ended).toMatchObject({ status: "interrupted", stop_reason: SENTENCE, used: "50" });
    expect(ended.stopped_at).toBe(after(began, 50).toISOString());
    expect((await ledgerOf(ctx)).slice(-3)).toEqual([
      "gpu_usage -24 Custom Script #s: hold 1 ECU per-CPU × 1 CPU × 24h",
      "gpu_usage -24 Custom Script #s: hold 1 ECU per-CPU × 1 CPU × 24h, cycle 2",
      "gpu_usage -2 Custom Script #s: hold 1 ECU per-CPU × 1 CPU × 2h, cycle 3",
    ]);
    expect(await readResource(ctx, "custom_script", "etl")).toMatchObject({ status: "undeployed" });
    await grantAt(ctx, "100", after(began, 201));
    expect((await balanceOf(ctx)).balance).toBe(parseCredits("80"));
    await deliver(ctx);
    expect(await mailsOf(ctx)).toEqual([
      "deployment-deployed: ETL is deployed",
      "deployment-interrupted: Custom Script #s was stopped: no credits are left",
    ]);
  });

  it("stops everything, settled, when other work takes the balance past the negative limit", async () => {
    const ctx = await withOwner("100");
    await listen(ctx, ["instance.interrupted"]);
    await setPolicy(ctx, "60", "-20");
    await register(ctx, "guardrail", "pii", { name: "PII" });
    await start(ctx, { id: "g", kind: "guardrail", hardware: "cpu-small", resource: "guardrail/pii" }, began);
    await start(ctx, { id: "h", kind: "gpu", hardware: "l4", hours: "1" }, began);
    const take = async (credits: string) =>
      postedOf((await post([{ ...spend(ctx, credits, `take ${credits}`, null), at: began }]))[0]);
    await take("30");
    for (const _ of [1, 2]) await sweepDeployments(began);
    await take("50");
    for (const _ of [1, 2]) await sweepDeployments(began);
    expect((await readInstance(ctx, "g")).status).toBe("running");
    await take("25");
    expect(await enforceLimits(ctx.accountId, after(began, 0.5))).toBe(2);
    expect(await enforceLimits(ctx.accountId, after(began, 0.6))).toBe(0);
    expect(await readInstance(ctx, "g")).toMatchObject({
      status: "interrupted",
      used: "0.25",
      stop_reason: SENTENCE,
    });
    expect(await readInstance(ctx, "h")).toMatchObject({ status: "interrupted", used: "5" });
    const told = { type: "instance.interrupted", data: { status: "interrupted", reason: SENTENCE } };
    expect(await announcedTo(ctx)).toMatchObject([told, told]);
    expect(new Set((await announcedTo(ctx)).map(({ data }) => (data as { id: string }).id))).toEqual(
      new Set(["g", "h"]),
    );
    await deliver(ctx);
    expect((await mailsOf(ctx)).map((mail) => mail.split(":")[0])).toEqual([
      "deployment-low",
      "deployment-negative",
      "deployment-deployed",
      "deployment-interrupted",
      "deployment-interrupted",
    ]);
  });

  it("counts what runs beyond its fixed duration, which no hold covers", async () => {
    const ctx = await accountSince(began, "30");
    await setPolicy(ctx, "0", "-10");
    await start(ctx, { id: "o", kind: "gpu", hardware: "l4", hours: "2" }, began);
    await sweepDeployments(after(began, 3.9));
    expect((await readInstance(ctx, "o")).status).toBe("running");
    await sweepDeployments(after(began, 4.5));
    expect(await readInstance(ctx, "o")).toMatchObject({ status: "interrupted", used: "45" });
    expect((await balanceOf(ctx)).balance).toBe(parseCredits("-15"));
  });

  it("imports scripts as drafts without credit, deploys nothing else, and lets both be deployed once credit is there", async () => {
    const ctx = await withOwner("0");
    const imported = {
      name: "ETL",
      status: "deployed",
      language: "python",
      language_version: "3.12",
    } as const;
    expect(await register(ctx, "custom_script", "etl", imported)).toMatchObject({ status: "draft" });
    await expect(register(ctx, "guardrail", "pii", { status: "deployed" })).rejects.toMatchObject({
      code: "insufficient_credits",
    });
    await grantAt(ctx, "10", new Date());
    await changeStatus(ctx, "custom_script", "etl", {
      status: "deployed",
      note: "",
      endpoint: "https://run.example.com/etl",
    });
    await changeStatus(ctx, "custom_script", "etl", { status: "undeployed", note: "not needed" });
    const { history } = await readResource(ctx, "custom_script", "etl");
    expect(history.map(({ status }) => status)).toEqual(["draft", "deployed", "undeployed"]);
    await deliver(ctx);
    expect(await mailsOf(ctx)).toEqual([
      "deployment-deployed: ETL is deployed",
      "deployment-undeployed: ETL is undeployed",
    ]);
  });
});

it("puts the endpoint into the mail of a deployment, and the sentence into that of an interruption", async () => {
  const ctx = await withOwner("40");
  await register(ctx, "guardrail", "pii", { name: "PII" });
  await start(
    ctx,
    {
      id: "g",
      kind: "guardrail",
      hardware: "cpu-small",
      resource: "guardrail/pii",
      endpoint: "https://run.example.com/pii",
    },
    began,
  );
  await post([{ ...spend(ctx, "60", "take", null), at: began }]);
  await enforceLimits(ctx.accountId, after(began, 1));
  await deliver(ctx);
  const mails = await inAccount(ctx.accountId, (tx) =>
    tx.email.findMany({ where: { accountId: ctx.accountId } }),
  );
  const textOf = (template: string) => mails.find((mail) => mail.template === template)?.plain;
  expect(textOf("deployment-deployed")).toContain("https://run.example.com/pii");
  expect(textOf("deployment-interrupted")).toContain(SENTENCE);
  await expect(stopInstance(ctx, "g")).rejects.toMatchObject({ code: "conflict" });
});
