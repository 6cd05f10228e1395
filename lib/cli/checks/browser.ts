import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./run";

/** Draws the same pages without a window around them, which takes less time. */
const SHELL = "chromium-headless-shell";
const NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * A Chromium or Chrome for the browser tests: the one in `CHROME_PATH`, one that is installed, or Debian's, which is then installed. A machine that is there
 * for tests alone (`CI`) gets the headless shell, where it can be had.
 * @throws Error that says what to install where none of that works.
 */
export async function findBrowser(): Promise<string> {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const present = installedBrowser();
  if (present && (!process.env.CI || present.endsWith(SHELL))) return present;
  return installBrowser();
}

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...APPLICATIONS].find(
    isProgram,
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installBrowser(): Promise<string> {
  console.log("… Installing Chromium for the browser tests (once)");
  const root = process.getuid?.() === 0;
  const asRoot = (order: readonly string[]) => {
    // Without a network this is soon known.
    const options = ["-o", "Acquire::http::Timeout=20", "-o", "Acquire::Retries=1", ...order];
    return run(root ? "apt-get" : "sudo", root ? options : ["-n", "apt-get", ...options], {
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
  };
  const install = (browser: string) =>
    asRoot(["install", "-y", "-qq", "--no-install-recommends", browser, "fonts-liberation"]);
  const updated = await asRoot(["update", "-qq"]).catch(() => null);
  const installed =
    updated && (await install(SHELL).then((ended) => (ended.code === 0 ? ended : install("chromium"))));
  const found = installedBrowser();
  if (found) return found;
  const said = installed?.output.trim().split("\n").slice(-5).join("\n") ?? "";
  throw new Error(
    `The browser tests need Chromium or Chrome, and it could not be installed. Install it, or set CHROME_PATH.\n${said}`,
  );
}
