import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, expect, it, vi } from "vitest";

const LONG_MS = 60_000;

let child: ChildProcess | undefined;
afterEach(() => void child?.kill("SIGKILL"));

/** A server that answers half, and the rest when it is told to. */
async function serve(limits: Record<string, number>): Promise<{ child: ChildProcess; port: number }> {
  const code = `
    import { createServer } from "node:http";
    import { drainOn } from ${JSON.stringify(fileURLToPath(new URL("./drain.mjs", import.meta.url)))};
    const server = createServer((request, response) => {
      response.write("one half");
      process.once("message", () => response.end(" and the other"));
      process.send("begun");
    });
    drainOn(server, ${JSON.stringify(limits)});
    server.listen(0, "127.0.0.1", () => process.send(server.address().port));`;
  const made = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child = made;
  const [port] = (await once(made, "message")) as [number];
  return { child: made, port };
}

function isRefused(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => socket.destroy());
    socket.once("connect", () => resolve(false));
    socket.once("error", () => resolve(true));
  });
}

it("answers what has begun to its end, takes nothing new, and ends", async () => {
  const { child: server, port } = await serve({ SIGTERM: LONG_MS });
  const begun = once(server, "message");
  const answer = await fetch(`http://127.0.0.1:${port}`);
  await begun;
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await vi.waitFor(async () => expect(await isRefused(port)).toBe(true), LONG_MS);
  server.send("go on");
  expect(await answer.text()).toBe("one half and the other");
  expect(await ended).toEqual([0, null]);
});

it("goes on with what has begun when a second signal comes", async () => {
  const { child: server, port } = await serve({ SIGTERM: LONG_MS, SIGINT: LONG_MS });
  const answer = await fetch(`http://127.0.0.1:${port}`);
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await vi.waitFor(async () => expect(await isRefused(port)).toBe(true), LONG_MS);
  server.kill("SIGINT");
  server.send("go on");
  expect(await answer.text()).toBe("one half and the other");
  expect(await ended).toEqual([0, null]);
});

it("waits no longer than its limit for who never comes to an end", async () => {
  const { child: server, port } = await serve({ SIGTERM: 50 });
  const answer = await fetch(`http://127.0.0.1:${port}`);
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await expect(answer.text()).rejects.toThrow();
  expect(await ended).toEqual([0, null]);
});
