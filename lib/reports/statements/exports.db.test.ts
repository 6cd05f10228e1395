import { beforeAll, expect, it } from "vitest";
import { exportGrants } from "@/lib/ledger/export-grants";
import { listGrants } from "@/lib/ledger/list-grants";
import { post } from "@/lib/ledger/post";
import { exportRates } from "@/lib/metering/export-rates";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { readRateCard } from "@/lib/metering/read-rate-card";
import { accountWith, grant, spend } from "@/lib/testing/accounts";
import { parseCredits } from "@/lib/values/money";
import { utcDay } from "@/lib/values/time";
import { exportMonths } from "./export-months";
import { listMonths } from "./list-months";

beforeAll(async () => {
  await ensureDefaultRateCard();
});

/** Lines as objects; no cell of these has a comma. */
function rowsOf(csv: string): Record<string, string>[] {
  const [header = "", ...lines] = csv.trimEnd().split("\n");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(header.split(",").map((name, at) => [name, cells[at] ?? ""]));
  });
}

it("exports the grants and the months of a wallet with the numbers of the page", async () => {
  const ctx = await accountWith("10");
  await grant(ctx, "5", new Date("2099-01-01T00:00:00Z"));
  await post([spend(ctx, "1.25")]);
  const grants = await listGrants(ctx, "credit");
  expect(rowsOf(await exportGrants(ctx, "credit", null))).toEqual(
    grants.map((one) =>
      expect.objectContaining({
        ...{ no: String(one.no), left: one.left, used: one.used, granted: one.granted },
        ...{ expires_at: one.expires_at ?? "", transaction_id: one.transaction_id },
      }),
    ),
  );
  expect(await exportGrants(ctx, "credit", new Date("2020-01-01T00:00:00Z"))).not.toContain("\n1,");
  const today = utcDay(new Date());
  const months = await listMonths(ctx, "credit", today);
  expect(rowsOf(await exportMonths(ctx, "credit", today))).toEqual(
    months.map(({ isAllUse: _use, givesBack: _back, ...line }) => ({ ...line, is_over: "false" })),
  );
  expect(months[0]).toMatchObject({ added: "15", used: "1.25", closing: "13.75" });
});

it("exports every price of the account, with what a fixed one is worth", async () => {
  const ctx = await accountWith("1");
  const { rates, credit_usd_value } = await readRateCard(ctx);
  const rows = rowsOf(await exportRates(ctx));
  expect(rows.map(({ feature, meter, price, markup }) => [feature, meter, price, markup])).toEqual(
    rates.map(({ feature, meter, price, markup }) => [feature, meter, price ?? "", markup ?? ""]),
  );
  expect(credit_usd_value).toBe("0.1");
  const fixed = rows.filter(({ price, unit }) => price !== "" && unit === "credit");
  expect(fixed.length).toBeGreaterThan(0);
  for (const { price = "", price_usd = "" } of fixed)
    expect(parseCredits(price_usd) * 10n).toBe(parseCredits(price));
});
