import { defineConfig, devices } from "@playwright/test";

// `npm test` gives each run a port and a data folder of its own; `npx playwright test` keeps one for the next time.
const port = process.env.E2E_PORT ?? "3170";
const dataDir = process.env.E2E_DATA_DIR ?? ".cache/e2e";
const url = `http://127.0.0.1:${port}`;

/** What a person does, in a real browser, with the product as `npm start` runs it. */
export default defineConfig({
  testDir: "e2e",
  outputDir: ".cache/playwright",
  // One installation, two cores.
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices["Desktop Chrome"],
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    // A trace of each test costs a fifth of its time; what failed leaves its page as text in any case.
    trace: process.env.CI ? "off" : "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROME_PATH || "chromium",
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node lib/cli/start.mjs",
    url: `${url}/api/health`,
    // The tests stand where a proxy would, and say from which address a newcomer comes.
    env: {
      ...{ PORT: port, HOST: "127.0.0.1", ECU_DATA_DIR: dataDir, NEXTAUTH_URL: url },
      ECU_PROXY_HOPS: "2",
    },
    timeout: 600_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 40_000 },
    stdout: "pipe",
  },
});
