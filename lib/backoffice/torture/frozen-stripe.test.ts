import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { parseEnvironment } from "@/lib/env/parse-environment";
import { type FrozenStripe, freezeStripe } from "./frozen-stripe";
import { roundEnvironment } from "./run-torture";

const REAL = "sk_live_0123456789abcdef";
let asked: { path: string; key: string | undefined }[] = [];
let status = 200;
const real = createServer(({ url = "", headers }, response) => {
  asked.push({ path: url, key: headers.authorization });
  response
    .writeHead(status, { "content-type": "application/json" })
    .end(JSON.stringify({ no: asked.length }));
});
let frozen: FrozenStripe;
beforeAll(async () => {
  await new Promise<void>((resolve) => real.listen(0, "127.0.0.1", resolve));
});
beforeEach(async () => {
  [asked, status] = [[], 200];
  frozen = await freezeStripe(`http://127.0.0.1:${(real.address() as AddressInfo).port}`, REAL);
  return () => frozen.close();
});
afterAll(() => new Promise((closed) => real.close(closed)));

/** As it stands on the wire: `fetch` would tidy the path. */
function read(path: string, key = frozen.key): Promise<{ status: number | undefined; body: string }> {
  const { port } = new URL(frozen.url);
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${key}` };
    request({ host: "127.0.0.1", port, path, headers }, (response) => {
      let body = "";
      response.on("data", (part: Buffer) => (body += part.toString()));
      response.on("end", () => resolve({ status: response.statusCode, body }));
    })
      .on("error", reject)
      .end();
  });
}

it("asks Stripe once for each thing, with the real key, which the round does not know", async () => {
  const first = await read("/v1/charges/ch_1?expand=x");
  expect(await read("/v1/charges/ch_1?expand=x")).toEqual(first);
  expect(asked).toEqual([{ path: "/v1/charges/ch_1?expand=x", key: `Bearer ${REAL}` }]);
  expect(frozen.key).not.toContain(REAL.slice(8));
});

it("tells nothing to other processes of the machine, and leads to no other host", async () => {
  for (const key of ["", REAL, "sk_test_1"]) expect((await read("/v1/charges", key)).status).toBe(401);
  expect((await read("http://evil.test/v1/charges")).status).toBe(401);
  expect(asked).toEqual([]);
  await read("//evil.test/v1/charges");
  expect(asked).toMatchObject([{ path: "//evil.test/v1/charges" }]);
});

it("keeps what is there or is not, and asks again for what was refused", async () => {
  for (const [answer, times] of [
    [401, 2],
    [429, 2],
    [503, 2],
    [404, 1],
  ] as const) {
    [asked, status] = [[], answer];
    await read(`/v1/${answer}`);
    await read(`/v1/${answer}`);
    expect([answer, asked.length]).toEqual([answer, times]);
  }
});

it("gives a round an environment that it can start with, whatever key the installation has", () => {
  const url = "postgresql://ecu_app:secret@db.example.com/ecu";
  const live = {
    ...{ DATABASE_URL: url, NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef" },
    ...{ STRIPE_SECRET_KEY: REAL, STRIPE_WEBHOOK_SECRET: "whsec_1" },
  };
  const round = parseEnvironment({ ...live, ...roundEnvironment(url, frozen) });
  expect(round).toMatchObject({ STRIPE_API_BASE: frozen.url, STRIPE_SECRET_KEY: frozen.key });
});
