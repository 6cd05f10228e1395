import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeOut } from "./write-out";

it("writes a file whole, over what was there", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "out-")), "a.csv");
  await writeOut(["first and long\n"], file);
  await writeOut(["a\n", "b\n"], file);
  expect(readFileSync(file, "utf8")).toBe("a\nb\n");
});

it("says in a sentence that a file cannot be written", async () => {
  await expect(writeOut(["a"], "/nowhere/a.csv")).rejects.toThrow("--out /nowhere/a.csv cannot be written");
});
