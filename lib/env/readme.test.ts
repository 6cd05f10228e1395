import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { VARIABLES } from "./variables";

/** What stands between two markers of README. */
function between(name: string): string {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, rest = ""] = readme.split(`<!-- ${name} -->`);
  return rest.split(`<!-- /${name} -->`)[0]?.trim() ?? "";
}

it("README's table of the environment is that of the variables", () => {
  const rows = VARIABLES.map(
    ({ name, fallback, meaning }) => `| \`${name}\` | ${fallback.replaceAll(/[<>]/g, "\\$&")} | ${meaning} |`,
  );
  const table = ["| variable | if not set | meaning |", "| --- | --- | --- |", ...rows].join("\n");
  expect(between("environment")).toBe(table);
});
