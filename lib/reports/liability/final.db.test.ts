import { beforeAll, expect, it } from "vitest";
import { sweepDeployments } from "@/lib/deployments/sweep";
import { accountSince, after, ensureDefaultRateCard, noon, start } from "@/lib/testing/deployments";
import { readCsv } from "@/lib/testing/read-csv";
import { utcDay } from "@/lib/values/time";
import { parseUsd } from "@/lib/values/usd";
import { exportJournal } from "./export-journal";
import { readLiability } from "./read-liability";
import { endOfMonth, monthAfter, monthBefore } from "./rules/months";

beforeAll(() => ensureDefaultRateCard());

const current = utcDay(new Date()).slice(0, 7);
const value = parseUsd("0.1");

it("a month is final once it is over for a minute and nothing of it is due in any account", async () => {
  const month = monthBefore(current);
  const end = endOfMonth(month);
  const ctx = await accountSince(after(end, -60), "1000");
  await start(ctx, { id: "a", kind: "inference", hardware: "l4" }, after(end, -50));
  expect(await readLiability(month, value)).toMatchObject({ isFinal: false });
  await sweepDeployments();
  expect(await readLiability(month, value)).toMatchObject({ isFinal: true });
  expect(await readLiability(month, value, new Date(end.getTime() + 30_000))).toMatchObject({
    isFinal: false,
  });
  expect(await readLiability(current, value)).toMatchObject({ isFinal: false });
});

it("a journal of a month that is not over says so in its name and on every line, and is not to be had of a month to come", async () => {
  await accountSince(noon(1), "10");
  const references = (csv: string) =>
    readCsv(csv)
      .slice(1)
      .map((row) => row[1] ?? "");
  const now = await exportJournal(current, value);
  expect(now.name).toBe(`journal-${current}-provisional.csv`);
  expect(references(now.csv).length).toBeGreaterThan(0);
  for (const reference of references(now.csv)) expect(reference).toMatch(/-PROVISIONAL$/);
  const before = await exportJournal(monthBefore(current), value);
  expect(before.name).toBe(`journal-${monthBefore(current)}.csv`);
  for (const reference of references(before.csv)) expect(reference).not.toMatch(/PROVISIONAL/);
  await expect(exportJournal(monthAfter(current), value)).rejects.toMatchObject({ code: "invalid_request" });
});
