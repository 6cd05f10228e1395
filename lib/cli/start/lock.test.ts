import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startOf } from "./identity";
import { AlreadyRunning, lock } from "./lock";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  path = join(folder, "supervisor.json");
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("the lock of a data directory", () => {
  it("is held by one supervisor, and given back", () => {
    const release = lock(path, "http://localhost:3000");
    expect(() => lock(path, "http://localhost:3001")).toThrow(AlreadyRunning);
    release();
    expect(existsSync(path)).toBe(false);
    lock(path, "http://localhost:3001")();
  });

  it("counts for nothing when its process was killed", () => {
    const { pid } = spawnSync(process.execPath, ["--version"]);
    writeFileSync(path, JSON.stringify({ pid, started: "1", url: "" }));
    lock(path, "http://localhost:3000")();
  });

  it("counts for nothing when its process id was given to another process", () => {
    writeFileSync(path, JSON.stringify({ pid: process.pid, started: `${startOf(process.pid)}0`, url: "" }));
    lock(path, "http://localhost:3000")();
  });

  it("counts for nothing when it was cut off", () => {
    writeFileSync(path, '{"pid": 1');
    lock(path, "http://localhost:3000")();
  });
});
