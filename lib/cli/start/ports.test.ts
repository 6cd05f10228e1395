import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startOf } from "./identity";
import { StartFault } from "./fault";
import { expectFree, freePortFrom } from "./ports";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ports-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

it("leaves a port to another start that has chosen it and does not listen yet", async () => {
  const first = await unusedPort();
  taken(first, process.ppid, startOf(process.ppid));
  expect(await freePortFrom(first, folder)).toBe(first + 1);
});

it("notes what it gives, for the starts of other processes", async () => {
  const first = await unusedPort();
  const port = await freePortFrom(first, folder);
  const script = `import("./lib/cli/start/ports.ts").then(async ({ freePortFrom }) => console.log(await freePortFrom(${port}, ${JSON.stringify(folder)})))`;
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", "-e", script], { encoding: "utf8" });
  expect(Number(stdout)).toBeGreaterThan(port);
});

it("gives the port of a start that was killed to the next one", async () => {
  const first = await unusedPort();
  const { pid } = spawnSync(process.execPath, ["--version"]);
  taken(first, pid, "1");
  expect(await freePortFrom(first, folder)).toBe(first);
});

it("finds a port also where nothing can be noted", async () => {
  const first = await unusedPort();
  const path = join(folder, "no-folder");
  writeFileSync(path, "");
  expect(await freePortFrom(first, path)).toBe(first);
});

it("says of an address that is none, or none of this machine, that HOST names it", async () => {
  const port = await unusedPort();
  await expectFree(port, "127.0.0.1");
  for (const host of ["nowhere.invalid", "192.0.2.1"]) {
    const fault = await expectFree(port, host).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(StartFault);
    expect(String(fault)).toContain(`HOST is ${host}, which is no`);
  }
});

it("says of a port that is taken how another is set", async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  await expect(expectFree(port, "127.0.0.1")).rejects.toThrow("set PORT to another one");
  server.close();
});

function taken(port: number, pid: number, started: string): void {
  writeFileSync(join(folder, `${port}.json`), JSON.stringify({ pid, started, url: "" }));
}

function unusedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
