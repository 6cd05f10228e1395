import { expect, it } from "vitest";
import { arrange, sortOf, type Sorting } from "./arrange";

const row = (id: string, credits: string, on: string | null) => ({ id, name: id.toUpperCase(), credits, on });
const ROWS = [row("a", "9.5", "2026-11-02"), row("b", "10", null), row("c", "9.500000001", "2026-11-20")];
const SORTING: Sorting<(typeof ROWS)[number]> = {
  fields: { name: "text", credits: "amount", on: "text" },
  usual: "-credits",
};
const ids = (sort?: string, text?: string) => arrange(ROWS, SORTING, { sort, text }).map(({ id }) => id);

it("sorts amounts to the last digit, the most first when nothing is said", () => {
  expect(ids()).toEqual(["b", "c", "a"]);
  expect(ids("credits")).toEqual(["a", "c", "b"]);
});

it("puts what is not known last, whichever way it is sorted", () => {
  expect(ids("on")).toEqual(["a", "c", "b"]);
  expect(ids("-on")).toEqual(["c", "a", "b"]);
});

it("sorts by its own order when it does not know the field", () => {
  expect(sortOf(SORTING, "price")).toEqual({ field: "credits", descending: true });
  expect(ids("constructor")).toEqual(ids());
});

it("keeps what contains the text, whatever its case", () => {
  expect(ids(undefined, " C ")).toEqual(["c"]);
  expect(ids(undefined, "none")).toEqual([]);
});
