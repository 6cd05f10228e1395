import { beforeAll, describe, expect, it } from "vitest";
import { operatorOf } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import { readInAccount, sqlOf } from "@/lib/db/transaction";
import { parseUsd } from "@/lib/values/usd";
import { accountWith, balanceOf } from "@/lib/testing/accounts";
import { testPerson } from "@/lib/testing/people";
import { explainCharge } from "../explain-charge";
import { ensureDefaultRateCard, importRates } from "../import-rates";
import { forgetRateCards, readEntries } from "../rate-cards";
import { readRateCard } from "../read-rate-card";
import { recordUsage } from "../record";
import { currentCard, writeRateCard } from "../write-rate-card";
import { createDraft, discardDraft, listDrafts, readDraft, saveDraft } from "./drafts";
import { publishDraft } from "./publish-draft";
import type { DraftEntry } from "./schema";
import { draftDifferences, listVersions, readVersion } from "./versions";

beforeAll(() => ensureDefaultRateCard());

async function operator() {
  const { person } = await testPerson();
  return operatorOf({ ...person, isOperator: true }, "req_test");
}

const RUN: DraftEntry = {
  ...{ feature: "judge_run", operation: "", model: "", hardware: "", meter: "run", unit: "credit" },
  ...{ price: "7", per: "1", markup: "", floor: "0", tiers: [] },
};

/** A draft of an account's own prices, ready to be published. */
async function ownDraft(accountId: string, entries = [RUN], validFrom: string | null = null) {
  const by = await operator();
  const id = await createDraft(by, { name: "Theirs", accountId });
  const { revision } = await saveDraft(by, { id, revision: 1, name: "Theirs", note: "", validFrom, entries });
  return { by, id, revision };
}

const judge = (id: string) => ({ id, feature: "judge_run", quantities: { run: "1" } });

describe("a draft", () => {
  it("begins as everyone's card, and becomes a version of which the differences are known", async () => {
    const by = await operator();
    const id = await createDraft(by, { name: "Spring", accountId: null });
    const draft = await readDraft(by, id);
    expect((await draftDifferences(by, id)).differences).toEqual([]);
    const entries = draft.entries.map((entry) =>
      entry.meter === "iteration" ? { ...entry, price: "0.06" } : entry,
    );
    await saveDraft(by, { id, revision: 1, name: "Spring", note: "dearer", validFrom: null, entries });
    const { differences } = await draftDifferences(by, id);
    expect(differences).toMatchObject([
      { change: "changed", meter: "iteration", before: "0.05 ECU", after: "0.06 ECU" },
    ]);
    const { version } = await publishDraft(by, { id, revision: 2 });
    const published = await readVersion(by, version);
    expect(published).toMatchObject({ state: "in_force", note: "Spring: dearer", differences });
    expect((await listDrafts(by)).map((known) => known.id)).not.toContain(id);
  });

  it("of an account is its own price from then on; what was charged keeps its price, balance and explanation", async () => {
    const ctx = await accountWith("100");
    const [before] = await recordUsage(ctx, [judge("a")]);
    const { balance } = await balanceOf(ctx);
    const { by, id, revision } = await ownDraft(ctx.accountId);
    await publishDraft(by, { id, revision });
    expect((await balanceOf(ctx)).balance).toBe(balance);
    const old = await explainCharge(ctx, before?.transaction_id ?? "");
    expect(old.charge).toMatchObject({ charge: "0.01", matches: true });
    const [replayed, after] = await recordUsage(ctx, [judge("a"), judge("b")]);
    expect([replayed?.charge, after?.charge]).toEqual(["0.01", "7"]);
    const audited = await readInAccount(ctx.accountId, (sql) =>
      sql.query<{ action: string }>(
        "SELECT action FROM audit_log WHERE account_id = $1::uuid AND subject_type = 'rate_card' ORDER BY id",
        [ctx.accountId],
      ),
    );
    expect(audited.map(({ action }) => action)).toEqual([
      "rate_card.draft_created",
      "rate_card.draft_changed",
      "rate_card.published",
    ]);
  });

  it("of tiers shows them to the account that has them", async () => {
    const ctx = await accountWith("100");
    const tiers = [{ above: "10", price: "0.4", markup: "" }];
    const { by, id, revision } = await ownDraft(ctx.accountId, [{ ...RUN, tiers }]);
    await publishDraft(by, { id, revision });
    const { rates } = await readRateCard(ctx);
    expect(rates.find(({ override }) => override)).toMatchObject({
      ...{ feature: "judge_run", price: "7", tiers: [{ above: "10", price: "0.4", markup: null }] },
    });
  });

  it("begins at the time that it names, and never in the past", async () => {
    const ctx = await accountWith("100");
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const { by, id, revision } = await ownDraft(ctx.accountId, [RUN], tomorrow);
    const { version } = await publishDraft(by, { id, revision });
    const [now] = await recordUsage(ctx, [judge("a")]);
    expect(now?.charge).toBe("0.01");
    expect((await listVersions(by)).find((known) => known.version === version)?.state).toBe("scheduled");
    const past = await ownDraft(ctx.accountId, [RUN], "2026-01-01T00:00:00Z");
    await expect(publishDraft(past.by, past)).rejects.toMatchObject({
      faults: [{ field: "validFrom" }],
    });
  });

  it("is published once, however often it is asked for at once", async () => {
    const ctx = await accountWith("1");
    const draft = await ownDraft(ctx.accountId);
    const asked = await Promise.allSettled([1, 2, 3].map(() => publishDraft(draft.by, draft)));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await prisma().rateCard.count({ where: { accountId: ctx.accountId } })).toBe(1);
  });

  it("is never overwritten by who has an older one in hand, nor changed once it is put away", async () => {
    const ctx = await accountWith("1");
    const { by, id, revision } = await ownDraft(ctx.accountId);
    const change = { id, name: "Mine", note: "", validFrom: null, entries: [] };
    await expect(saveDraft(by, { ...change, revision: 1 })).rejects.toMatchObject({ code: "conflict" });
    await expect(publishDraft(by, { id, revision: 1 })).rejects.toMatchObject({ code: "conflict" });
    await discardDraft(by, { id, revision });
    await expect(saveDraft(by, { ...change, revision })).rejects.toMatchObject({ code: "not_found" });
    await expect(publishDraft(by, { id, revision })).rejects.toMatchObject({ code: "not_found" });
  });

  it("with a price below cost is not kept, and one without prices not published", async () => {
    const ctx = await accountWith("1");
    const below = { ...RUN, meter: "cost", price: "", markup: "0.5" };
    await expect(ownDraft(ctx.accountId, [below])).rejects.toMatchObject({
      faults: [{ field: "entries.0.markup" }],
    });
    const empty = await ownDraft(ctx.accountId, []);
    await expect(publishDraft(empty.by, empty)).rejects.toMatchObject({ faults: [{ field: "entries" }] });
  });
});

describe("prices of models that are imported", () => {
  it("neither bring a scheduled card forward nor lose it", async () => {
    const by = await operator();
    const id = await createDraft(by, { name: "Next year", accountId: null });
    const { entries } = await readDraft(by, id);
    const validFrom = new Date(Date.now() + 86_400_000).toISOString();
    const dearer = entries.map((entry) =>
      entry.feature === "judge_run" && entry.meter === "run" ? { ...entry, price: "9" } : entry,
    );
    await saveDraft(by, { id, revision: 1, name: "Next year", note: "", validFrom, entries: dearer });
    await publishDraft(by, { id, revision: 2 });
    // Everyone's card of now, as if its price list were another one.
    const sql = sqlOf(prisma());
    const current = await currentCard(sql);
    const now = await readEntries(sql, current?.version ?? 0);
    await writeRateCard(sql, {
      ...{ accountId: null, validFrom: null, priceList: null, creditValue: parseUsd("0.1") },
      ...{ note: "", createdBy: "test", entries: now },
    });
    forgetRateCards();
    await importRates("test");
    const ctx = await accountWith("1");
    expect((await readRateCard(ctx)).rates.find(({ price }) => price === "9")).toBeUndefined();
    const scheduled = (await listVersions(by)).filter(({ state }) => state === "scheduled");
    const [latest] = scheduled.filter((card) => card.validFrom === validFrom);
    const { entries: kept } = await readVersion(by, latest?.version ?? 0);
    expect(kept.find(({ feature, meter }) => feature === "judge_run" && meter === "run")?.price).toBe("9");
  });
});
