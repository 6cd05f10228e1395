import type { LookupAddress, LookupAllOptions } from "node:dns";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { BlockedAddress, guardedAgent, guardedLookup } from "./guarded-agent";
import { postMessage } from "./post-message";

let server: Server;
let connections = 0;
let port = 0;
beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(302, { location: `http://127.0.0.1:${port}/inside` }).end("see elsewhere");
  });
  server.on("connection", () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const post = async (host: string, allowsPrivate: boolean) => {
  const agent = guardedAgent(allowsPrivate);
  const attempted = await postMessage(agent, `http://${host}:${port}/`, "{}", {});
  await agent.destroy();
  return attempted;
};

it("never connects to this machine, however its address is written, nor by a name that leads to it", async () => {
  const spellings = [
    "127.0.0.1",
    "2130706433",
    "0x7f.1",
    "0177.0.0.1",
    "127.1",
    "[::ffff:127.0.0.1]",
    "[::1]",
  ];
  connections = 0;
  for (const host of [...spellings, "localhost", "0.0.0.0"]) {
    const { status, error } = await post(host, false);
    expect([host, status]).toEqual([host, null]);
    expect([host, error]).toEqual([host, expect.stringContaining("private network")]);
  }
  expect(connections).toBe(0);
});

it("connects where the operator allows it, and follows no redirect even there", async () => {
  connections = 0;
  expect(await post("127.0.0.1", true)).toMatchObject({ status: 302, answer: "see elsewhere" });
  expect(await post("localhost", true)).toMatchObject({ status: 302 });
  expect(connections).toBe(2);
  // What answers for any machine, or on the link, is never asked.
  expect(await post("0.0.0.0", true)).toMatchObject({ status: null });
});

/** A resolver that says one thing first and another later, as in rebinding. */
function resolverOf(...answers: LookupAddress[][]) {
  let asked = 0;
  const resolve = (
    _name: string,
    _options: LookupAllOptions,
    done: (error: null, found: LookupAddress[]) => void,
  ) => done(null, answers[Math.min(asked++, answers.length - 1)] ?? []);
  return resolve as Parameters<typeof guardedLookup>[1];
}

const lookUp = (find: Parameters<typeof guardedLookup>[1]) =>
  new Promise<LookupAddress[]>((resolve, reject) => {
    guardedLookup(false, find)("example.com", { all: true }, (error, found) => {
      if (error) reject(error);
      else resolve(found as LookupAddress[]);
    });
  });

it("judges each look-up anew, so that a name that turns inward is blocked at its next connection", async () => {
  const outside = { address: "93.184.216.34", family: 4 };
  const inside = [
    { address: "10.0.0.5", family: 4 },
    { address: "169.254.169.254", family: 4 },
  ];
  const find = resolverOf([outside], [...inside, outside], inside);
  expect(await lookUp(find)).toEqual([outside]);
  expect(await lookUp(find)).toEqual([outside]);
  await expect(lookUp(find)).rejects.toBeInstanceOf(BlockedAddress);
});

it("cuts what takes too long to be read, and keeps no more than the beginning of an answer", async () => {
  const endless = createServer((_request, response) => {
    response.writeHead(200);
    const pour = setInterval(() => response.write("x".repeat(10_000)), 1);
    response.on("close", () => clearInterval(pour));
  });
  await new Promise<void>((resolve) => endless.listen(0, "127.0.0.1", resolve));
  const agent = guardedAgent(true);
  const url = `http://127.0.0.1:${(endless.address() as AddressInfo).port}/`;
  const { status, answer } = await postMessage(agent, url, "{}", {});
  expect([status, answer.length]).toEqual([200, 500]);
  await agent.destroy();
  endless.closeAllConnections();
  endless.close();
});
