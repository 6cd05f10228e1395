import { beforeAll, describe, expect, it } from "vitest";
import { createKey } from "@/lib/accounts/keys";
import { listAudit } from "@/lib/accounts/list-audit";
import { createBudget } from "@/lib/budgets/create-budget";
import { NewBudget } from "@/lib/budgets/schema";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import {
  captureAuthorization,
  readAuthorization,
  releaseAuthorization,
} from "@/lib/metering/preflight/authorizations";
import { estimate } from "@/lib/metering/preflight/estimate";
import { EstimateRequest, NewCapture } from "@/lib/metering/preflight/schema";
import { balanceOf, grant } from "@/lib/testing/accounts";
import { testMember, testPerson } from "@/lib/testing/people";
import { type Context, PERMISSIONS } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { formatCredits, nano } from "@/lib/values/money";
import { approve } from "./approve";
import { askApproval } from "./ask-approval";
import { approvePreviewed, askPreviewed } from "./decide-previewed";
import { decline } from "./decline";
import { previewApproval } from "./preview-approval";
import { readApproval } from "./read-approval";
import { readJobEnd } from "./read-job-end";
import { listApprovals } from "./read-requests";
import { NewApproval, PreviewedWork } from "./schema";

beforeAll(async () => {
  await ensureDefaultRateCard();
});

/** An owner, and a key of theirs that asks, with more rights than any key should need. */
async function askerAndOwner(): Promise<{ owner: Context; asker: Context }> {
  const { ctx: owner } = await testPerson();
  const { id: keyId } = await createKey(owner, { name: "Agent", scopes: ["usage:read"] });
  const asker: Context = {
    ...owner,
    actor: { kind: "key", keyId, name: "Agent", platform: false },
    permissions: new Set(PERMISSIONS),
  };
  return { owner, asker };
}

const ask = (ctx: Context, body: object = {}, key: string | null = null) =>
  askApproval(ctx, NewApproval.parse({ title: "Evaluation run 81", amount: "5", ...body }), key);
const heldBy = async (ctx: Context) => formatCredits(nano((await balanceOf(ctx)).held));

describe("an approval", () => {
  it("holds nothing until a person agrees; then its worst case is an authorization that the asker captures", async () => {
    const { owner, asker } = await askerAndOwner();
    const operations = [
      { model: "gpt-4o", input_tokens: 1_000, max_output_tokens: 500, count: 10 },
      { model: "gpt-4o", input_tokens: 10, max_output_tokens: 20 },
    ];
    const asked = await ask(asker, { amount: undefined, operations, team: "growth" });
    expect(asked).toMatchObject({
      kind: "job",
      status: "pending",
      requested_by: "Agent",
      authorization_id: null,
    });
    expect(asked.breakdown).toHaveLength(2);
    expect(asked.url).toContain(`/billing/approve/${asked.id}?account=${owner.accountId}`);
    expect(await heldBy(owner)).toBe("0");

    expect(await approve(owner, asked)).toEqual({ id: asked.id, status: "approved", return_to: null });
    const approved = await readApproval(asker, asked.id);
    expect(approved.status).toBe("approved");
    expect(await heldBy(owner)).toBe(asked.amount);
    const hold = await readAuthorization(asker, approved.authorization_id ?? "");
    expect(hold).toMatchObject({
      status: "open",
      amount: asked.amount,
      team: "growth",
      model: "gpt-4o",
      feature: "model_inference",
      ref_type: "approval",
      ref_id: asked.id,
    });
    expect(await readJobEnd(owner, approved)).toMatchObject({
      status: "open",
      used: null,
      transaction_id: null,
    });
    const captured = await captureAuthorization(asker, hold.id, NewCapture.parse({ amount: "0.001" }), null);
    expect(await heldBy(owner)).toBe("0");
    expect(await readJobEnd(owner, approved)).toEqual({
      ...{ status: "captured", held: asked.amount, used: "0.001" },
      transaction_id: captured.transactions[0]?.id,
    });
  });

  it("counts for the key that asked, not for the person who agreed", async () => {
    const { owner, asker } = await askerAndOwner();
    const { id } = await ask(asker);
    await approve(owner, { id });
    const [row] = await inAccount(owner.accountId, (tx) =>
      tx.hold.findMany({ where: { accountId: owner.accountId }, select: { keyId: true } }),
    );
    expect(row?.keyId).toBe(asker.actor.kind === "key" ? asker.actor.keyId : "");
  });

  it("of tool runs holds tool runs", async () => {
    const { owner, asker } = await askerAndOwner();
    const { id } = await ask(asker, { amount: "3", unit: "tool_run" });
    await approve(owner, { id });
    expect((await balanceOf(owner, "tool_run")).held).toBe(3n);
    expect(await heldBy(owner)).toBe("0");
  });

  it("approved by two people at once, and by each of them twice, is one hold", async () => {
    const { owner, asker } = await askerAndOwner();
    const { ctx: billing } = await testMember(owner.accountId, "billing");
    const { id } = await ask(asker);
    const decisions = await Promise.all([owner, billing, owner, billing].map((ctx) => approve(ctx, { id })));
    expect(new Set(decisions.map(({ status }) => status))).toEqual(new Set(["approved"]));
    expect(await heldBy(owner)).toBe("5");
    const { rows } = await listAudit(owner, null);
    expect(rows.filter(({ action }) => action === "approval.approved")).toHaveLength(1);
  });

  it("approved and declined at once is one of both", async () => {
    for (let round = 0; round < 8; round++) {
      const { owner, asker } = await askerAndOwner();
      const { id } = await ask(asker);
      const ends = await Promise.allSettled(
        round % 2
          ? [approve(owner, { id }), decline(owner, { id })]
          : [decline(owner, { id }), approve(owner, { id })],
      );
      expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      expect(ends.find(({ status }) => status === "rejected")).toMatchObject({
        reason: { code: "approval_decided", status: 409 },
      });
      const { status, authorization_id } = await readApproval(asker, id);
      expect(await heldBy(owner)).toBe(status === "approved" ? "5" : "0");
      expect(authorization_id !== null).toBe(status === "approved");
    }
  });

  it("stays pending when credit is short, and can be approved once there is some", async () => {
    const { owner, asker } = await askerAndOwner();
    const { id } = await ask(asker, { amount: "80" });
    expect(await previewApproval(owner, id)).toMatchObject({
      would_remain: "-5",
      refusals: [{ code: "insufficient_credits" }],
    });
    await expect(approve(owner, { id })).rejects.toMatchObject({ code: "insufficient_credits", status: 402 });
    expect(await readApproval(asker, id)).toMatchObject({ status: "pending", authorization_id: null });
    await grant(owner, "10");
    expect((await previewApproval(owner, id)).refusals).toEqual([]);
    expect(await approve(owner, { id })).toMatchObject({ status: "approved" });
  });

  it("stays pending when a budget is too small for it, and says which", async () => {
    const { owner, asker } = await askerAndOwner();
    await createBudget(
      owner,
      NewBudget.parse({ name: "Small", scope: "account", period: "daily", limit: "4" }),
    );
    const { id } = await ask(asker);
    expect(await previewApproval(owner, id)).toMatchObject({
      budgets: [{ name: "Small", remaining: "4", would_remain: "-1" }],
      refusals: [{ code: "budget_exceeded" }],
    });
    await expect(approve(owner, { id })).rejects.toThrow(/“Small” has 4 ECU left of 4/);
    expect(await readApproval(asker, id)).toMatchObject({ status: "pending" });
    expect(await heldBy(owner)).toBe("0");
  });

  it("is decided by people only: no key and no system, whatever their scopes", async () => {
    const { owner, asker } = await askerAndOwner();
    const { ctx: member } = await testMember(owner.accountId, "member");
    const { id } = await ask(asker);
    const system: Context = { ...asker, actor: { kind: "system", name: "worker" } };
    for (const ctx of [asker, system, member]) {
      await expect(approve(ctx, { id })).rejects.toMatchObject({ code: "forbidden" });
      await expect(decline(ctx, { id })).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await readApproval(member, id)).toMatchObject({ status: "pending" });
  });

  it("sends the person back with what was decided", async () => {
    const { owner, asker } = await askerAndOwner();
    const { id } = await ask(asker, { return_url: "https://app.example.com/jobs?id=81" });
    expect(await decline(owner, { id })).toEqual({
      id,
      status: "declined",
      return_to: `https://app.example.com/jobs?id=81&approval=${id}&status=declined`,
    });
  });

  it("cannot be decided once its time is over", async () => {
    const { owner, asker } = await askerAndOwner();
    const { id } = await ask(asker, { expires_in: 1 });
    await inAccount(owner.accountId, (tx) =>
      tx.approval.updateMany({ where: { id }, data: { decideBy: new Date(Date.now() - 1) } }),
    );
    expect(await readApproval(asker, id)).toMatchObject({ status: "expired" });
    await expect(approve(owner, { id })).rejects.toMatchObject({ code: "gone", status: 410 });
    await expect(decline(owner, { id })).rejects.toMatchObject({ code: "gone" });
  });

  it("without a way back is told once, by mail, to those who may decide and to nobody else", async () => {
    const { owner, asker } = await askerAndOwner();
    const { person: billing } = await testMember(owner.accountId, "billing");
    await testMember(owner.accountId, "member");
    const { id } = await ask(asker, {}, "key-1");
    await ask(asker, {}, "key-1");
    await ask(asker, { return_url: "https://app.example.com/jobs" });
    const mails = await prisma().email.findMany({
      where: { accountId: owner.accountId, template: "approval-asked" },
    });
    const deciders = [owner.actor.kind === "member" ? owner.actor.email : "", billing.email];
    expect(mails.map(({ recipient }) => recipient).toSorted()).toEqual(deciders.toSorted());
    expect(mails[0]?.plain).toContain(`/billing/approve/${id}?account=${owner.accountId}`);
    // Somebody of several accounts must know which one would pay.
    const { name } = await inAccount(owner.accountId, (tx) =>
      tx.account.findUniqueOrThrow({ where: { id: owner.accountId } }),
    );
    expect(mails[0]?.subject).toContain(name);
    expect(mails[0]?.plain).toContain(`asks ${name} to let a job run`);
  });

  it("asked for again under its key is the same, also once it is decided; another request is refused", async () => {
    const { owner, asker } = await askerAndOwner();
    const operations = [{ model: "gpt-4o", input_tokens: 1_000, max_output_tokens: 500 }];
    const body = { amount: undefined, operations };
    const both = await Promise.all([ask(asker, body, "key-1"), ask(asker, body, "key-1")]);
    expect(both[0]?.id).toBe(both[1]?.id);
    await approve(owner, { id: both[0]?.id ?? "" });
    expect(await ask(asker, body, "key-1")).toMatchObject({ id: both[0]?.id, status: "approved" });
    for (const other of [
      { ...body, title: "Another" },
      {},
      { operations: [{ ...operations[0], count: 2 }], amount: undefined },
    ])
      await expect(ask(asker, other, "key-1")).rejects.toMatchObject({ code: "idempotency_mismatch" });
    expect(await listApprovals(owner)).toHaveLength(1);
  });

  it("released by the asker gives everything back, and stays approved", async () => {
    const { owner, asker } = await askerAndOwner();
    const { id } = await ask(asker);
    await approve(owner, { id });
    await releaseAuthorization(asker, (await readApproval(asker, id)).authorization_id ?? "", null);
    expect(await heldBy(owner)).toBe("0");
    expect(await approve(owner, { id })).toMatchObject({ status: "approved" });
    expect(await heldBy(owner)).toBe("0");
  });

  it("of another account is absent", async () => {
    const [{ asker }, { owner: other }] = [await askerAndOwner(), await askerAndOwner()];
    const { id } = await ask(asker);
    for (const attempt of [
      () => readApproval(other, id),
      () => approve(other, { id }),
      () => decline(other, { id }),
      () => previewApproval(other, id),
      () => readApproval(asker, newId()),
      () => readApproval(asker, "nonsense"),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    expect(await readApproval(asker, id)).toMatchObject({ status: "pending" });
  });
});

it.each([
  [{ amount: "0" }, "amount"],
  [{ amount: undefined }, "amount"],
  [{ operations: [{ model: "gpt-4o" }] }, "amount"],
  [{ amount: "1.5", unit: "tool_run" }, "amount"],
  [{ title: "" }, "title"],
  [{ title: "x".repeat(201) }, "title"],
  [{ return_url: "javascript:alert(1)" }, "return_url"],
  [{ return_url: "http://app.example.com" }, "return_url"],
  [{ expires_in: 0 }, "expires_in"],
  [{ hold_for: 2_592_001 }, "hold_for"],
])("an approval with %o names %s", (changes, field) => {
  const read = NewApproval.safeParse({ title: "Job", amount: "1", ...changes });
  expect(read.error?.issues[0]?.path).toEqual([field]);
});

describe("work whose cost was previewed", () => {
  const CALLS = { operations: [{ model: "gpt-4o", input_tokens: 1_000, max_output_tokens: 500, count: 10 }] };

  /** What the page sends of a price that it showed. */
  async function previewed(ctx: Context, body: object = {}): Promise<PreviewedWork> {
    const { worst_case: seen } = await estimate(ctx, EstimateRequest.parse(CALLS));
    return PreviewedWork.parse({ title: "Ten chats", ...CALLS, seen, key: newId(), ...body });
  }

  it("is approved by who may decide: one request, one approval and one hold that the job captures, however often it is pressed", async () => {
    const { owner, asker } = await askerAndOwner();
    const work = await previewed(owner, { team: "growth", hold_for: 7_200 });
    const pressed = await Promise.all([approvePreviewed(owner, work), approvePreviewed(owner, work)]);
    const again = await approvePreviewed(owner, work);
    expect(new Set([...pressed, again].map(({ id }) => id)).size).toBe(1);
    expect(again).toMatchObject({
      status: "approved",
      title: "Ten chats",
      amount: work.seen,
      hold_for: 7_200,
    });
    expect(await heldBy(owner)).toBe(work.seen);
    const hold = await readAuthorization(asker, again.authorization_id ?? "");
    expect(hold).toMatchObject({ status: "open", amount: work.seen, model: "gpt-4o", team: "growth" });
    await captureAuthorization(asker, hold.id, NewCapture.parse({ amount: "0.001" }), null);
    expect(await heldBy(owner)).toBe("0");
    const { rows } = await listAudit(owner, null);
    expect(rows.filter(({ action }) => action.startsWith("approval.")).map(({ action }) => action)).toEqual([
      "approval.approved",
      "approval.asked",
    ]);
    expect(await prisma().email.count({ where: { dedupeKey: { startsWith: `approval:${again.id}` } } })).toBe(
      0,
    );
  });

  it("leaves nothing behind when it is refused", async () => {
    const { owner } = await askerAndOwner();
    await createBudget(
      owner,
      NewBudget.parse({ name: "All", scope: "account", period: "monthly", limit: "0.001" }),
    );
    await expect(approvePreviewed(owner, await previewed(owner))).rejects.toMatchObject({
      code: "budget_exceeded",
    });
    expect(await listApprovals(owner)).toEqual([]);
    expect(await heldBy(owner)).toBe("0");
  });

  it("is not approved at another price than the one that was seen", async () => {
    const { owner } = await askerAndOwner();
    const work = await previewed(owner, { seen: "0.000000001" });
    await expect(approvePreviewed(owner, work)).rejects.toMatchObject({ code: "conflict" });
    await expect(askPreviewed(owner, work)).rejects.toMatchObject({ code: "conflict" });
    expect(await listApprovals(owner)).toEqual([]);
  });

  it("is asked for by a member, who cannot approve it; those who can get a mail, and their approval holds it", async () => {
    const { owner } = await askerAndOwner();
    const { ctx: member } = await testMember(owner.accountId, "member");
    const work = await previewed(member, { reason: "For the board." });
    await expect(approvePreviewed(member, work)).rejects.toMatchObject({ code: "forbidden" });
    const asked = await askPreviewed(member, work);
    expect(await askPreviewed(member, work)).toEqual(asked);
    expect(asked).toMatchObject({ status: "pending", reason: "For the board.", amount: work.seen });
    expect(await heldBy(owner)).toBe("0");
    expect(await prisma().email.count({ where: { dedupeKey: { startsWith: `approval:${asked.id}` } } })).toBe(
      1,
    );
    await approve(owner, asked);
    expect(await heldBy(owner)).toBe(work.seen);
  });

  it("is asked for ten times at most, also by twenty requests at once", async () => {
    const { owner } = await askerAndOwner();
    const { ctx: member } = await testMember(owner.accountId, "member");
    const work = await previewed(member);
    const asked = Array.from({ length: 20 }, () => askPreviewed(member, { ...work, key: newId() }));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "rate_limited" });
  });

  it("is asked for ten times at most before somebody decides, and never by a program", async () => {
    const { owner, asker } = await askerAndOwner();
    const { ctx: member } = await testMember(owner.accountId, "member");
    const work = await previewed(member);
    for (let count = 0; count < 10; count++) await askPreviewed(member, { ...work, key: newId() });
    await expect(askPreviewed(member, work)).rejects.toMatchObject({ code: "rate_limited" });
    await expect(askPreviewed(asker, work)).rejects.toMatchObject({ code: "forbidden" });
    await expect(approvePreviewed(asker, work)).rejects.toMatchObject({ code: "forbidden" });
    const [first] = await listApprovals(owner);
    await decline(owner, { id: first?.id ?? "" });
    expect(await askPreviewed(member, work)).toMatchObject({ status: "pending" });
  });
});
