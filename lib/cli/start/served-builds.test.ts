import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { commandOf } from "./identity";
import { expectUnserved, turnToBuild } from "./served-builds";

let folder: string;
let server: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "serving-"));
});

afterEach(() => {
  server?.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

async function running(name: string): Promise<number> {
  server = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", name]);
  const { pid = 0 } = server;
  await vi.waitFor(() => expect(commandOf(pid)).toContain(name), 20_000);
  return pid;
}

it("refuses a build while another installation serves from it, and says which", async () => {
  const pid = await running("web.mjs");
  writeFileSync(join(folder, String(pid)), "http://127.0.0.1:3999");
  expect(() => expectUnserved(folder)).toThrow(
    `process ${pid} serves the one that is built, at http://127.0.0.1:3999`,
  );
});

it("allows it when the server is gone, or its id is another program's now, or there never was one", async () => {
  const pid = await running("something else");
  writeFileSync(join(folder, String(pid)), "http://127.0.0.1:3999");
  expectUnserved(folder);
  server?.kill("SIGKILL");
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), 20_000);
  expectUnserved(folder);
  expectUnserved(join(folder, "absent"));
});

it("lets one build at a time", async () => {
  const path = join(folder, "building.json");
  const first = await turnToBuild(path);
  let isNext = false;
  const second = turnToBuild(path).then((done) => {
    isNext = true;
    return done;
  });
  await new Promise(setImmediate);
  expect(isNext).toBe(false);
  first();
  (await second)();
  expect(isNext).toBe(true);
});
