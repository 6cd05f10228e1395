import { expect, it } from "vitest";
import { bulk } from "./column";

interface Row {
  id: string;
  word: string;
  size: bigint | null;
}

const columns = () =>
  bulk<Row>({
    id: ["uuid", ({ id }) => id],
    word: ["text", ({ word }) => word],
    size: ["bigint", ({ size }) => size],
  });
const row = (id: string, word: string, size: bigint | null = null): Row => ({ id, word, size });

it("sends one row as plain values, whatever they hold", () => {
  const { rows, shape, values } = columns().send([row("a", 'with "quotes", {braces} and \\', 1n)]);
  expect(rows).toBe("(SELECT $1::uuid AS id, $2::text AS word, $3::bigint AS size) AS n");
  expect([shape, values]).toEqual(["one", ["a", 'with "quotes", {braces} and \\', "1"]]);
  expect(columns().send([row("a", "b")], 2).rows).toContain("$3::uuid AS id, $4::text AS word");
});

it("sends as lists what differs, and what has ever differed: a few texts only", () => {
  const { send } = columns();
  const first = send([row("a", "x"), row("b", "x")]);
  expect(first.rows).toMatch(/\$2::text AS word, .* FROM unnest\(\$1::uuid\[\]\) AS u \(id\)\) AS n$/);
  expect(first.values).toEqual(['{"a","b"}', "x", null]);
  const second = send([row("a", "x", 1n), row("b", "y", 2n)]);
  expect(second.values).toEqual(['{"a","b"}', '{"x","y"}', "{1,2}"]);
  expect(second.shape).not.toBe(first.shape);
  // What is the same this time is a list of one.
  const third = send([row("a", "x", 3n), row("b", "x", 3n)]);
  expect([third.shape, third.rows, third.values]).toEqual([
    second.shape,
    second.rows,
    ['{"a","b"}', '{"x"}', "{3}"],
  ]);
});

it("tells how many rows there are when they are all alike, and that there are none", () => {
  const { send } = columns();
  expect(send([row("a", "x"), row("a", "x")]).values).toEqual(['{"a","a"}', "x", null]);
  expect(send([]).values).toEqual(["{}", null, null]);
});
