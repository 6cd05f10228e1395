import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { MonthsTable } from "./months-table";

const month = {
  ...{ rows: "1", opening: "0", added: "5", used: "1", closing: "4" },
  ...{ isAllUse: true, givesBack: false },
};

it("says of the month that is not over that its sums are so far", () => {
  const html = renderToStaticMarkup(
    <MonthsTable
      months={[
        { ...month, month: "2026-11-01" },
        { ...month, month: "2026-10-01" },
      ]}
      unit="credit"
      creditValue="0.1"
      fileHref={{}}
      today="2026-11-22"
    />,
  );
  expect(html).toContain("Nov 2026, so far</a>");
  expect(html).toContain("Oct 2026</a>");
});
