import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { textOf } from "@/lib/testing/text-of";
import { MonthCards } from "./month-cards";

type Asked = Partial<Parameters<typeof MonthCards>[0]>;

function cards(cost: string, used: string | null, more: Asked = {}): string {
  return renderToStaticMarkup(
    <MonthCards
      month="Nov 2026"
      before="1 – 22 Oct"
      cost={cost}
      used={used}
      creditValue="0.1"
      calls={1}
      events={1}
      tokens={1}
      changes={{ cost: null, calls: null, tokens: null }}
      {...more}
    />,
  );
}

it("has the total cost, the calls and the tokens of this month, each beside the month before", () => {
  const html = cards("187.5", null, {
    ...{ calls: 18_204, events: 18_304, tokens: 26_412_331 },
    changes: { cost: "+12 %", calls: "−3 %", tokens: null },
  });
  expect(textOf(html)).toMatch(
    /This month \(Nov 2026, UTC\).* Total cost ≈ \$18\.75 187\.5000 ECU .* \+12 % vs 1 – 22 Oct API calls 18,204 .*−3 % vs 1 – 22 Oct Total tokens 26\.4 M .*nothing in 1 – 22 Oct/,
  );
  expect(html).toContain("26,412,331 tokens, input and output");
  expect(html).toContain("Of 18,304 usage events in all");
});

const words = (...asked: Parameters<typeof cards>) => textOf(cards(...asked));

it("leads from what Usage counts to what was charged, in both directions", () => {
  // 258 ahead of what runs now, and 4.68 less for what the month before had charged ahead.
  expect(words("1683.4307", "1430.1107")).toContain(
    "1,430.1107 counted in Usage so far + 253.3200 net charged ahead",
  );
  expect(words("10", "16.5")).toContain("16.5000 counted in Usage so far − 6.5000 net charged ahead");
  expect(words("10", null)).not.toContain("counted in Usage");
});
