import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import getPort from "get-port";
import { z } from "zod";
import { findBrowser } from "./browser";
import { runTool } from "./run";

interface Count {
  passed: number;
  failed: number;
  /** Such as those that need the test data when there is none. */
  skipped: number;
  /** What to read of each test that failed: its name, and why. */
  failures: readonly string[];
}

/** A run that gave no report. */
const BROKEN: Count = { passed: 0, failed: 1, skipped: 0, failures: [] };
const VITEST_REPORT = ".cache/vitest.json";
const PLAYWRIGHT_REPORT = ".cache/playwright.json";
/** So many lines of why a test failed are said again at the end. */
const FAILURE_LINES = 12;

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

const PlaywrightSuite = z.object({
  file: z.string(),
  specs: z.array(
    z.object({
      title: z.string(),
      line: z.number(),
      ok: z.boolean(),
      tests: z.array(
        z.object({
          results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
        }),
      ),
    }),
  ),
  get suites() {
    return z.array(PlaywrightSuite).optional();
  },
});

const PlaywrightReport = z.object({
  suites: z.array(PlaywrightSuite),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

/** Unit and integration tests. What follows `--` of `npm test` names files, or is for Vitest: `-t NAME`. */
async function runVitest(files: readonly string[]): Promise<Count> {
  await rm(VITEST_REPORT, { force: true });
  const reports = ["--reporter=default", "--reporter=json", `--outputFile.json=${VITEST_REPORT}`];
  const { code } = await runTool("vitest/vitest.mjs", ["run", "--passWithNoTests", ...reports, ...files], {
    show: true,
  });
  const report = VitestReport.safeParse(await readJson(VITEST_REPORT)).data;
  if (!report) return BROKEN;
  // A file that cannot even be loaded has no tests; it counts as one that failed.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = report.numFailedTests + unloaded.length;
  // An unhandled error fails the run without failing a test.
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests,
    failures: [
      ...unloaded.map(({ name, message }) => toFailure(relative(".", name), message)),
      ...report.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === "failed")
          .map((test) =>
            toFailure(`${relative(".", name)} › ${test.fullName}`, test.failureMessages?.join("\n")),
          ),
      ),
    ],
  };
}

/** Browser tests, against the product as `npm start` runs it, on a data folder of their own. */
async function runPlaywright(): Promise<Count> {
  await rm(PLAYWRIGHT_REPORT, { force: true });
  const dataDir = await mkdtemp(".cache/e2e-");
  await chmod(dataDir, 0o755);
  const env = {
    CHROME_PATH: await findBrowser(),
    E2E_DATA_DIR: dataDir,
    E2E_PORT: String(await getPort({ host: "127.0.0.1" })),
    PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_REPORT,
  };
  const { code } = await runTool("@playwright/test/cli.js", ["test", "--reporter=list,json"], {
    show: true,
    env,
  });
  if (code === 0) await rm(dataDir, { recursive: true, force: true });
  const report = PlaywrightReport.safeParse(await readJson(PLAYWRIGHT_REPORT)).data;
  if (!report) return BROKEN;
  const failed = report.stats.unexpected + report.stats.flaky + report.errors.length;
  return {
    passed: report.stats.expected,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.stats.skipped,
    failures: report.suites.flatMap(playwrightFailures),
  };
}

function playwrightFailures(suite: z.infer<typeof PlaywrightSuite>): string[] {
  return [
    ...suite.specs
      .filter(({ ok }) => !ok)
      .map(({ title, line, tests }) => {
        const errors = tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? ""));
        return toFailure(`e2e/${suite.file}:${line} › ${title}`, errors.join("\n"));
      }),
    ...(suite.suites ?? []).flatMap(playwrightFailures),
  ];
}

/** A test that failed, for the end of the output, where it is looked for: a line, and the first ones of why. */
function toFailure(name: string, why = ""): string {
  const lines = stripVTControlCharacters(why).trim().split("\n").slice(0, FAILURE_LINES);
  return [`✗ ${name}`, ...lines.map((line) => `  ${line}`)].join("\n");
}

async function readJson(path: string): Promise<unknown> {
  return existsSync(path) ? JSON.parse(await readFile(path, "utf8")) : null;
}

/** All tests; the last line says how many passed and failed. Ends the process with 1 when one failed. */
async function main(): Promise<void> {
  await mkdir(".cache", { recursive: true });
  const files = process.argv.slice(2);
  const counts = [await runVitest(files)];
  if (files.length === 0) {
    counts.push(
      await runPlaywright().catch((error: Error) => {
        console.error(error.message);
        return BROKEN;
      }),
    );
  }
  for (const failure of counts.flatMap(({ failures }) => failures)) console.log(failure);
  const sum = (which: "passed" | "failed" | "skipped") =>
    counts.reduce((total, count) => total + count[which], 0);
  const why = process.env.ECU_TEST_DATA ? "" : ": some need the test data that ECU_TEST_DATA names";
  if (sum("skipped") > 0) console.log(`${sum("skipped")} skipped${why}`);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") > 0 ? 1 : 0;
}

await main();
