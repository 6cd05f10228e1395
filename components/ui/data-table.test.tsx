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
