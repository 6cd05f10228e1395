import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { bundle, commandOf, PROGRAMS } from "./bundle.mjs";

describe("a program", () => {
  it.each(PROGRAMS)(
    "is made of its sources, and not written again while they are the same: %s",
    async (entry) => {
      const path = await bundle(entry);
      const before = await stat(path);
      expect(await bundle(entry)).toBe(path);
      expect((await stat(path)).mtimeMs).toBe(before.mtimeMs);
    },
  );

  it("runs, and says where in the sources it fails", async () => {
    const child = spawn(process.execPath, await commandOf("lib/backoffice/torture/replay.ts"), {
      env: { PATH: process.env.PATH, NODE_ENV: "test" },
      stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdin.end("no order");
    expect(await text(child.stderr)).toMatch(/lib\/backoffice\/torture\/replay\.ts:\d+/);
  });
});
