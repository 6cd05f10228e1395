import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8");

it("README's example service is the one that is tested", () => {
  const [, shown] =
    /<!-- example -->\s+```ts\n([\s\S]*?)```\s+<!-- \/example -->/.exec(read("../../README.md")) ?? [];
  expect(shown).toBe(read("./example.ts"));
});
