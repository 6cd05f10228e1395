import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatUsd, parseUsd, picoUsd } from "@/lib/values/usd";
import { type BillLine, sumLines, TOKEN_KINDS } from "./rules/bill";
import { type ColumnNames, formatOf, readBill } from "./rules/formats";
import { groupMatch, matchBill, totalOf } from "./rules/match";
import { parseCsv } from "./rules/parse-csv";
import { splitCost } from "./rules/split-cost";
import { readCount, readDay, readDollars } from "./rules/values";

function read(text: string, columns: ColumnNames | null = null): string[] {
  const rows = parseCsv(text);
  const [first] = rows;
  if (!first) return [];
  return readBill(rows, formatOf(first), columns).map(
    ({ day, model, kind, quantity, cost }) => `${day} ${model} ${kind} ${quantity ?? "?"} ${formatUsd(cost)}`,
  );
}

describe("reads", () => {
  it("costs as OpenAI exports them: days in seconds or ISO, and the kind in the name of the line", () => {
    const text = `start_time,start_time_iso,amount_value,amount_currency,line_item,quantity
1763683200,2025-11-21T00:00:00+00:00,1.25e-05,usd,"gpt-4o-2024-08-06, input",5
1763683200,,0.5,usd,"gpt-4o-2024-08-06, cached input",
1763683200,2025-11-21T00:00:00+00:00,2,usd,"gpt-4o-2024-08-06, output",7
1763683200,2025-11-21T00:00:00+00:00,1,usd,"gpt-4o-2024-08-06, output",3`;
    expect(read(text)).toEqual([
      "2025-11-21 gpt-4o-2024-08-06 input 5 0.0000125",
      "2025-11-21 gpt-4o-2024-08-06 cached_input ? 0.5",
      "2025-11-21 gpt-4o-2024-08-06 output 10 3",
    ]);
  });

  it("activity as OpenRouter exports it, a call a line", () => {
    const text = `generation_id,created_at,cost_total,tokens_prompt,tokens_completion,model_permaslug
a,2026-11-20 23:59:59.9,0.0001,10,2,openai/gpt-4o
b,2026-11-21 00:00:00,0.0002,1,1,openai/gpt-4o`;
    expect(read(text)).toEqual([
      "2026-11-20 openai/gpt-4o all 12 0.0001",
      "2026-11-21 openai/gpt-4o all 2 0.0002",
    ]);
  });

  it("FOCUS of any provider: what was used, and not what was put on account", () => {
    const text = `\uFEFFChargePeriodStart,ChargeCategory,EffectiveCost,BilledCost,ConsumedQuantity,ConsumedUnit,SkuMeter,SkuId,ServiceName
2026-11-20T00:00:00Z,Usage,0.25,0,1200,Tokens,Output tokens,provider/claude-sonnet-4,AI
2026-11-20T00:00:00Z,Purchase,0,100,,,,credits,AI`;
    expect(read(text)).toEqual(["2026-11-20 claude-sonnet-4 output 1200 0.25"]);
  });

  it("any file whose columns are named, with semicolons, quotes and thousands", () => {
    const text = 'Tag;Modell;Kosten\r\n2026-11-20;"a ""b""";"$1,234.50"\r\n2026-11-20;c;-2\r\n';
    expect(read(text, { day: "Tag", model: "Modell", cost: "Kosten" })).toEqual([
      '2026-11-20 a "b" all ? 1234.5',
      "2026-11-20 c all ? -2",
    ]);
  });

  it("nothing that it does not understand, and says where", () => {
    const columns = { day: "d", model: "m", cost: "c" };
    expect(() => read("d,m,c\n2026-11-20,a,1\n2026-13-20,a,1", columns)).toThrow(
      "line 3: “2026-13-20” is no day",
    );
    expect(() => read("d,m,c\n2026-11-20,a,free", columns)).toThrow("line 2: “free” is no amount");
    expect(() => read("d,m,c\n2026-11-20,,1", columns)).toThrow("“m” is empty");
    expect(() => read("d,m\n2026-11-20,a", columns)).toThrow("there is no column “c”");
    expect(() => read("d,m,c\n2026-11-20,a,1")).toThrow("names of its columns");
    expect(() => parseCsv('a,b\n"1,2')).toThrow("quoted");
    expect(() => parseCsv("only one name\n1")).toThrow("no CSV");
    for (const amount of ["", "-", "1,23", "0x10", "1e9999", "NaN", "١"])
      expect(() => readDollars(amount)).toThrow();
  });

  it("no number with a comma that may part thousands or decimals, and says so", () => {
    const columns = { day: "d", model: "m", cost: "c", quantity: "q" };
    const file = (cost: string, quantity: string) => `d;m;c;q\n2026-11-20;a;${cost};${quantity}`;
    for (const amount of ["0,001", "12,345", "-12,345", "$12,345", "1,5"]) {
      expect(() => read(file(amount, "1"), columns)).toThrow("line 2: “" + amount + "” has a comma");
      expect(() => read(file("1", amount), columns)).toThrow("has a comma");
    }
    for (const amount of ["0,001.5", "1,23.4", "1234,567.8", "1,2345.6", "1.234,5"])
      expect(() => read(file(amount, "1"), columns)).toThrow("is no amount");
    expect(read(file("1,234,567", "1,000,000"), columns)).toEqual(["2026-11-20 a all 1000000 1234567"]);
  });

  it("dollars exactly, whatever their notation", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n }), (pico) => {
        const text = formatUsd(picoUsd(pico));
        expect(readDollars(text)).toBe(pico);
        expect(readDollars(`-$${text}`)).toBe(-pico);
        expect(readDollars(`${pico}e-12`)).toBe(pico);
      }),
    );
    expect(readDollars("0.0000000000005")).toBe(1n);
    expect(readCount("12.0")).toBe(12n);
    expect(readDay("2026-11-20T23:30:00-02:00")).toBe("2026-11-21");
  });
});

const line = fc.record({
  day: fc.constantFrom("2026-11-01", "2026-11-02"),
  model: fc.constantFrom("a", "b", "c"),
  kind: fc.constantFrom(...TOKEN_KINDS),
  quantity: fc.option(fc.bigInt({ min: 0n, max: 1_000n })),
  cost: fc.bigInt({ min: -1_000n, max: 1_000_000n }).map(picoUsd),
});
const sum = (lines: readonly { cost: bigint }[]) => lines.reduce((total, { cost }) => total + cost, 0n);

describe("a match", () => {
  it("leaves nothing out: its lines add up to the bill, to our costs, and to their difference, however they are grouped", () => {
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (bill, ours) => {
        const rows = matchBill(sumLines(bill), sumLines(ours));
        const total = totalOf(rows);
        expect(total).toMatchObject({
          billed: sum(bill),
          ours: sum(ours),
          difference: sum(bill) - sum(ours),
        });
        for (const by of ["day", "model", "kind"] as const) {
          const groups = groupMatch(rows, by);
          expect(groups.reduce((all, { difference }) => all + difference, 0n)).toBe(total.difference);
        }
        expect(new Set(rows.map(({ day, model, kind }) => `${day} ${model} ${kind}`)).size).toBe(rows.length);
      }),
    );
  });

  it("is exact when both are the same, and tells kinds apart where the bill does", () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(matchBill(sumLines(lines), sumLines(lines)).every(({ difference }) => difference === 0n)).toBe(
          true,
        );
      }),
    );
    const of = (kind: BillLine["kind"], cost: string): BillLine => ({
      day: "d",
      model: "m",
      kind,
      quantity: 1n,
      cost: parseUsd(cost),
    });
    const ours = [of("input", "1"), of("output", "2")];
    expect(matchBill([of("all", "3")], ours)).toMatchObject([{ kind: "all", difference: 0n, ourTokens: 2n }]);
    expect(
      matchBill([of("input", "1"), of("output", "2.5")], ours).map(({ kind, difference }) => [
        kind,
        formatUsd(difference),
      ]),
    ).toEqual([
      ["input", "0"],
      ["output", "0.5"],
    ]);
  });

  it("shares a cost among kinds of tokens as they are priced, and loses nothing of it", () => {
    const count = fc.bigInt({ min: 0n, max: 100_000n });
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        (fresh, cached, cacheWrite, output, cost) => {
          const tier = (perMillion: bigint) => [{ above: 0n, perMillion }];
          const prices = new Map([
            ["input", tier(2_500n)],
            ["cached_input", tier(1_250n)],
            ["output", tier(10_000n)],
          ] as const);
          const use = {
            day: "d",
            model: "m",
            input: fresh + cached + cacheWrite,
            cached,
            cacheWrite,
            output,
            cost,
          };
          expect(sum(splitCost(use, prices))).toBe(cost);
          expect(splitCost(use, null)).toMatchObject([{ kind: "all", cost }]);
        },
      ),
    );
  });
});
