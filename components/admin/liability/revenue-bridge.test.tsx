import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { journalOf } from "@/lib/reports/liability/rules/journal";
import { monthsOf } from "@/lib/reports/liability/rules/months";
import { worthOf } from "@/lib/reports/liability/rules/worth";
import { negate, parseCredits } from "@/lib/values/money";
import { parseUsd } from "@/lib/values/usd";
import { RevenueBridge } from "./revenue-bridge";

const VALUE = parseUsd("0.1");
const MONTH = "2026-11";

it("has what promotional credit covered in the journal’s cents, whatever the other lines round to", () => {
  const price = { netCents: 9_442n, credits: parseCredits("1000") };
  const free = parseCredits("437.35");
  const [bought, used] = [parseCredits("1000"), negate(parseCredits("100"))];
  const base = { month: MONTH } as const;
  const months = monthsOf(
    [
      { ...base, pool: "free", movement: "granted", amount: free, worth: worthOf(free, null, VALUE) },
      {
        ...base,
        pool: "free",
        movement: "used",
        amount: negate(free),
        worth: worthOf(negate(free), null, VALUE),
      },
      { ...base, pool: "paid", movement: "sold", amount: bought, worth: worthOf(bought, price, VALUE) },
      { ...base, pool: "paid", movement: "used", amount: used, worth: worthOf(used, price, VALUE) },
    ],
    MONTH,
  );
  const nothing = { net: 0n, tax: 0n };
  const cash = { sold: { net: 9_442n, tax: 0n }, refunded: nothing, disputed: nothing, outside: 0n };
  const month = months.at(-1);
  if (!month) throw new Error("there is no month");
  const html = renderToStaticMarkup(
    <RevenueBridge month={month} lines={journalOf(months, MONTH, cash)} creditValue={VALUE} margins={null} />,
  );
  const dollars = [...html.replaceAll(/<[^>]*>/g, " ").matchAll(/(−?)\$([\d.]+)/g)].map(
    ([, sign, sum]) => Number(sum) * (sign === "" ? 1 : -1),
  );
  // 437.35 ECU are $43.735, which the journal rounds up.
  expect(html).toContain("−$43.74");
  const total = dollars.pop();
  expect(total).toBe(9.44);
  expect(dollars.reduce((sum, each) => sum + each, 0)).toBeCloseTo(9.44, 9);
});
