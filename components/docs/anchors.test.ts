import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { anchorOf, headingsOf } from "./anchors";

it("finds the sections of a guide, and none within a block of code", () => {
  const markdown = "# Guide\n\n## What is `left`?\n\n```sh\n## a comment\n```\n\n### More\n\n## Then\n";
  expect(headingsOf(markdown)).toEqual([
    { id: "what-is-left-", text: "What is left?" },
    { id: "then", text: "Then" },
  ]);
});

it("every section of every guide has an address of its own", () => {
  for (const file of readdirSync("public/guides").filter((name) => name.endsWith(".md"))) {
    const ids = headingsOf(readFileSync(`public/guides/${file}`, "utf8")).map(({ id }) => id);
    expect(ids.length, file).toBeGreaterThan(0);
    expect(new Set(ids).size, file).toBe(ids.length);
    expect(ids).toEqual(ids.map(anchorOf));
  }
});
