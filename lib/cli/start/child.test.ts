import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Child, type ChildSpec, HOPELESS } from "./child";
import { isAlive } from "./identity";

let folder: string;
let pids: (number | undefined)[];
let child: Child | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "child-"));
  pids = [];
});

afterEach(async () => {
  await child?.stop(true);
  rmSync(folder, { recursive: true });
});

function start(code: string, spec: Partial<ChildSpec> = {}): Child {
  const onPid = (pid: number | undefined) => void pids.push(pid);
  return (child = new Child({
    name: "test",
    script: ["-e", code],
    env: process.env,
    logs: folder,
    graceMs: 500,
    onPid,
    onHopeless: () => undefined,
    ...spec,
  }));
}

const last = () => pids.at(-1);
const untilPid = (other?: number) =>
  vi.waitFor(() => expect(last() !== undefined && last() !== other).toBe(true), 20_000);

describe("a process that is kept running", () => {
  it("is started again after kill -9", async () => {
    start("setInterval(() => {}, 1000)");
    const first = last() ?? 0;
    process.kill(first, "SIGKILL");
    await untilPid(first);
    expect(isAlive(last() ?? 0)).toBe(true);
  });

  it("stays ended once it was stopped, even if it does not listen", async () => {
    const stubborn = start("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)");
    const first = last() ?? 0;
    await stubborn.stop();
    expect(isAlive(first)).toBe(false);
    expect(last()).toBeUndefined();
  });

  it("is said to be hopeless when it keeps ending at once", async () => {
    const onHopeless = vi.fn();
    const hopeless = start("process.exit(1)", { onHopeless });
    await vi.waitFor(() => expect(onHopeless).toHaveBeenCalledOnce(), 15_000);
    expect(hopeless.failed).toBeGreaterThanOrEqual(HOPELESS);
  }, 20_000);
});
