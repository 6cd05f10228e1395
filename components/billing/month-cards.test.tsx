import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { MonthCards } from "./month-cards";

function textOf(cost: string, used: string | null): string {
  const html = renderToStaticMarkup(
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
    />,
  );
  return html.replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, " ");
}

it("leads from what Usage counts to what was charged, in both directions", () => {
  // 258 ahead of what runs now, and 4.68 less for what the month before had charged ahead.
  expect(textOf("1683.4307", "1430.1107")).toContain(
    "1,430.1107 counted in Usage so far + 253.3200 net charged ahead",
  );
  expect(textOf("10", "16.5")).toContain("16.5000 counted in Usage so far − 6.5000 net charged ahead");
  expect(textOf("10", null)).not.toContain("counted in Usage");
});
