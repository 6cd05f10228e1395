import { existsSync } from "node:fs";
import { budgetFaults } from "./budgets";
import { type Ended, runTool } from "./run";

const FOLDERS = ["app", "components", "lib", "prisma", "bench", "e2e"];

interface Check {
  name: string;
  run: () => Promise<Ended>;
}

/** What needs no database and takes seconds. What has not changed since the last time is known from `.cache`. */
const CHECKS: readonly Check[] = [
  {
    name: "format",
    run: () =>
      runTool("prettier/bin/prettier.cjs", [
        "--check",
        "--log-level",
        "warn",
        "--cache",
        "--cache-location",
        ".cache/prettier",
        ".",
      ]),
  },
  {
    name: "lint",
    run: () =>
      runTool("eslint/bin/eslint.js", [
        "--max-warnings",
        "0",
        "--cache",
        "--cache-location",
        ".cache/eslint",
        ".",
      ]),
  },
  { name: "types", run: checkTypes },
  {
    name: "layers",
    run: () =>
      runTool("dependency-cruiser/bin/dependency-cruise.mjs", [
        "--config",
        ".dependency-cruiser.cjs",
        ...FOLDERS.filter(existsSync),
      ]),
  },
  { name: "dead code", run: () => runTool("knip/bin/knip.js", ["--no-config-hints"]) },
  { name: "script budgets", run: checkBudgets },
];

async function checkTypes(): Promise<Ended> {
  // Routes that exist are types that Next writes.
  const routes = await runTool("next/dist/bin/next", ["typegen"], { env: { NEXT_TELEMETRY_DISABLED: "1" } });
  return routes.code === 0 ? runTool("typescript/bin/tsc", ["--noEmit", "-p", "."]) : routes;
}

async function checkBudgets(): Promise<Ended> {
  const started = performance.now();
  const { faults, summary } = await budgetFaults();
  return {
    code: faults.length > 0 ? 1 : 0,
    output: [...faults, summary].join("\n"),
    seconds: (performance.now() - started) / 1_000,
  };
}

/** All checks at once, each with its verdict; the last line counts them. Ends the process with 1 when one failed. */
async function main(): Promise<void> {
  let failed = 0;
  const running = CHECKS.map(({ name, run }) => ({ name, ended: run() }));
  for (const { name, ended } of running) {
    const { code, output, seconds } = await ended;
    if (code !== 0) failed++;
    console.log(`${code === 0 ? "✓" : "✗"} ${name} (${seconds.toFixed(1)} s)`);
    if (code !== 0) console.log(output.trim());
    else if (name === "script budgets") console.log(`  ${output}`);
  }
  console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

await main();
