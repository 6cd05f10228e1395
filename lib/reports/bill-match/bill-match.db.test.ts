import { beforeAll, expect, it } from "vitest";
import { operatorOf } from "@/lib/accounts/operator";
import { prisma } from "@/lib/db/client";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { recordUsage } from "@/lib/metering/record";
import { accountWith } from "@/lib/testing/accounts";
import { testPerson } from "@/lib/testing/people";
import { utcDay } from "@/lib/values/time";
import { formatUsd, picoUsd } from "@/lib/values/usd";
import { importBill, removeBill } from "./import-bill";
import { listBills, readMatch } from "./read-match";
import { groupMatch, totalOf } from "./rules/match";
import { NewBill } from "./schema";

beforeAll(() => ensureDefaultRateCard());

const today = utcDay(new Date());

async function operator() {
  const { person } = await testPerson();
  return operatorOf({ ...person, isOperator: true }, "req_test");
}

const bill = (text: string, provider = "openai") =>
  NewBill.parse({ name: "november.csv", provider, text, format: "auto", columns: null });

it("takes the same file once, also when it comes twice at once", async () => {
  const by = await operator();
  const file = bill(`start_time_iso,amount_value,line_item\n${today}T00:00:00+00:00,0.5,"o3, input"`);
  const ids = await Promise.all([importBill(by, file), importBill(by, file)]);
  expect(new Set(ids).size).toBe(1);
  const target = `provider_bill:${ids[0]}`;
  expect(await prisma().operatorAuditEntry.count({ where: { target } })).toBe(1);
  await removeBill(by, { id: ids[0] });
});

it("shows where a provider charges something else than the cost that we metered, to the last digit", async () => {
  for (const ctx of [await accountWith("100"), await accountWith("100")])
    await recordUsage(ctx, [
      {
        id: "one",
        model: "gpt-4o",
        provider: "openai",
        input_tokens: 1_000,
        cached_input_tokens: 200,
        output_tokens: 100,
      },
      { id: "two", model: "gpt-4o-mini", provider: "openai", input_tokens: 10, output_tokens: 10 },
      { id: "own", model: "gpt-4o", provider: "openai", input_tokens: 10_000, byok: true },
    ]);
  // gpt-4o at $2.50, $1.25 and $10 for a million: 0.002 + 0.00025 + 0.001 each; billed are two calls, at a cent more for output.
  const text = `start_time_iso,amount_value,line_item,quantity
${today}T00:00:00+00:00,0.004,"gpt-4o-2024-08-06, input",1600
${today}T00:00:00+00:00,0.0005,"gpt-4o-2024-08-06, cached input",400
${today}T00:00:00+00:00,0.012,"gpt-4o-2024-08-06, output",200
${today}T00:00:00+00:00,1,"gpt-unheard-of, output",5`;
  const by = await operator();
  const id = await importBill(by, bill(text));
  const { rows } = await readMatch(id);
  const view = rows.map(({ model, kind, billed, ours, difference, billedTokens, ourTokens }) => [
    ...[model, kind, formatUsd(billed), formatUsd(ours)],
    ...[difference > 0n ? formatUsd(difference) : difference < 0n ? "less" : "0", billedTokens, ourTokens],
  ]);
  expect(view).toEqual([
    ["gpt-4o", "cached_input", "0.0005", "0.0005", "0", 400n, 400n],
    ["gpt-4o", "input", "0.004", "0.004", "0", 1_600n, 1_600n],
    ["gpt-4o", "output", "0.012", "0.002", "0.01", 200n, 200n],
    ["gpt-4o-mini", "all", "0", "0.000015", "less", null, 40n],
    ["gpt-unheard-of", "output", "1", "0", "1", 5n, null],
  ]);
  expect(groupMatch(rows, "model").map(({ name }) => name)).toEqual([
    "gpt-unheard-of",
    "gpt-4o",
    "gpt-4o-mini",
  ]);
  expect(formatUsd(totalOf(rows).ours)).toBe("0.006515");

  expect(await importBill(by, bill(text))).toBe(id);
  expect((await listBills()).filter((each) => each.id === id)).toHaveLength(1);
  await removeBill(by, { id });
  await expect(readMatch(id)).rejects.toMatchObject({ code: "not_found" });
  const deeds = await prisma().operatorAuditEntry.findMany({ where: { target: `provider_bill:${id}` } });
  expect(deeds.map(({ action }) => action).toSorted()).toEqual([
    "provider_bill.imported",
    "provider_bill.removed",
  ]);
});

it("counts calls that were reported without their provider for whoever lists their model", async () => {
  const id = await importBill(
    await operator(),
    bill(`start_time_iso,amount_value,line_item,quantity\n${today}T00:00:00+00:00,1,"gpt-4o, output",9`),
  );
  const ours = async () => totalOf((await readMatch(id)).rows).ours;
  const before = await ours();
  await recordUsage(await accountWith("100"), [
    // $2.50 for a million.
    { id: "unnamed", model: "gpt-4o", input_tokens: 1_000 },
    { id: "others", model: "claude-sonnet-4-0", input_tokens: 1_000 },
  ]);
  expect(formatUsd(picoUsd((await ours()) - before))).toBe("0.0025");
});

it("is imported by the command line too, which is no person, and says so in the operators' log", async () => {
  const id = await importBill(
    null,
    bill(`start_time_iso,amount_value,line_item,quantity\n${today}T00:00:00+00:00,0.5,"gpt-4o, input",7`),
  );
  expect((await listBills()).find((each) => each.id === id)?.importedBy).toBe("command line");
  const deeds = { where: { target: `provider_bill:${id}` } };
  expect(await prisma().operatorAuditEntry.findMany(deeds)).toMatchObject([
    { action: "provider_bill.imported", operatorId: null, operatorEmail: "command line" },
  ]);
});

it("refuses what cannot be read, names the line, and keeps nothing of it", async () => {
  const by = await operator();
  const before = await listBills();
  await expect(
    importBill(by, bill("start_time_iso,amount_value,line_item\nsoon,1,gpt-4o")),
  ).rejects.toMatchObject({
    code: "invalid_request",
    faults: [{ field: "text", message: expect.stringContaining("line 2") }],
  });
  await expect(importBill(by, bill("what is this"))).rejects.toMatchObject({ code: "invalid_request" });
  expect(await listBills()).toEqual(before);
});

it.each([
  ["of no lines", { lines: 0 }],
  ["that ends before it begins", { toDay: new Date("2026-01-01T00:00:00Z") }],
  ["of an unknown format", { format: "paper" }],
  ["of nobody", { importedBy: "" }],
  ["without a seal", { digest: "abc" }],
])("the database refuses a bill %s", async (_, wrong) => {
  const sound = {
    ...{ id: crypto.randomUUID(), name: "bill", format: "focus", lines: 1, importedBy: "ada@example.com" },
    ...{
      digest: "0".repeat(64),
      fromDay: new Date("2026-02-01T00:00:00Z"),
      toDay: new Date("2026-02-01T00:00:00Z"),
    },
  };
  await expect(prisma().providerBill.create({ data: { ...sound, ...wrong } })).rejects.toThrow();
});
