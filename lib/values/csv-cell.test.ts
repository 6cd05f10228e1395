import { expect, it } from "vitest";
import { cell, csvOf } from "./csv-cell";

it("writes no cell that a spreadsheet would run", () => {
  for (const start of ["=", "+", "-", "@", "\t", "\r"])
    expect(cell(`${start}x`).replace(/^"/, "").startsWith("'")).toBe(true);
  expect(cell('a "b", c')).toBe('"a ""b"", c"');
});

it("keeps amounts numbers, leaves what is unknown empty, and writes times and lists as one cell", () => {
  const row = {
    amount: "-1.5",
    count: -3,
    is_on: true,
    none: null,
    at: new Date("2026-11-21T10:00:00Z"),
    teams: ["Core", "R&D, Berlin"],
    details: { from: "admin" },
    text: "=1+1",
  };
  const fields = ["amount", "count", "is_on", "none", "at", "teams", "details", "text"] as const;
  expect(csvOf(fields, [row])).toBe(
    `${fields.join(",")}\n-1.5,-3,true,,2026-11-21T10:00:00.000Z,"Core; R&D, Berlin","{""from"":""admin""}",'=1+1\n`,
  );
});
