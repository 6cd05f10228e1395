import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { DataTable } from "./data-table";

it("has a foot only where a column has something to say there", () => {
  const footOf = (foot: React.ReactNode) =>
    renderToStaticMarkup(
      <DataTable
        caption="Letters"
        rows={["a"]}
        rowKey={(row) => row}
        columns={[
          { key: "one", head: "One", cell: (row) => row },
          { key: "two", head: "Two", cell: (row) => row, foot },
        ]}
      />,
    ).includes("<tfoot");
  expect([footOf("Total"), footOf(""), footOf(undefined), footOf(false)]).toEqual([true, true, false, false]);
});

it("says before each value what it is where there are no heads, before the foot's as well, and before nothing nothing", () => {
  const table = renderToStaticMarkup(
    <DataTable
      caption="Letters"
      rows={[5, null]}
      rowKey={String}
      columns={[{ key: "cost", head: "Cost", word: "cost", cell: (row) => row, foot: 5 }]}
    />,
  );
  expect(table.match(/wide:hidden">cost <\/span>5/g)).toHaveLength(2);
  expect(table.match(/wide:hidden">cost /g)).toHaveLength(2);
});
