import { expect, it, vi } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { testAccount } from "@/lib/testing/accounts";
import { newId } from "@/lib/values/ids";
import { once } from "./idempotency";
import type { KeyedRequest } from "./idempotent-keys";

async function keyed(): Promise<KeyedRequest> {
  const { accountId } = await testAccount();
  return { accountId, key: newId(), route: "POST /things", body: Buffer.from("{}") };
}

/** Somebody who works on a request until they are told how it ends. */
async function worker(request: KeyedRequest) {
  let answer: Promise<Response> | undefined;
  const end = await new Promise<(response: Response | Error) => void>((begun) => {
    const work = () =>
      new Promise<Response>((resolve, reject) =>
        begun((response) => (response instanceof Error ? reject(response) : resolve(response))),
      );
    answer = once(request, work);
    // Its failure is looked at when the test gets there.
    answer.catch(() => undefined);
  });
  return { end, answer: answer as Promise<Response> };
}

/** Two who work on one request: the first took so long that the second took over. */
async function overtaken() {
  const request = await keyed();
  const slow = await worker(request);
  await inAccount(request.accountId, (tx) =>
    tx.idempotentRequest.updateMany({
      where: { accountId: request.accountId, key: request.key },
      data: { lockedUntil: new Date(Date.now() - 1) },
    }),
  );
  const next = await worker(request);
  return { request, slow, next };
}

const created = () => Response.json({ id: "1" }, { status: 201 });
const refused = () => Response.json({ code: "insufficient_credits" }, { status: 402 });
const again = (request: KeyedRequest) => once(request, () => Promise.reject(new Error("ran again")));

it.each([
  ["throws", new Error("gone")],
  ["fails", new Response("", { status: 500 })],
])("leaves the key to whoever took over, when who was too slow %s", async (_, end) => {
  const { request, slow, next } = await overtaken();
  slow.end(end);
  await slow.answer.catch(() => undefined);
  await expect(again(request)).rejects.toMatchObject({ code: "request_in_progress" });
  next.end(created());
  expect((await next.answer).status).toBe(201);
  expect((await again(request)).status).toBe(201);
});

it("keeps the answer of whoever holds the lease, and tells the slow one to ask for it", async () => {
  const { request, slow, next } = await overtaken();
  slow.end(refused());
  await expect(slow.answer).rejects.toMatchObject({ code: "request_in_progress", retryAfterSeconds: 1 });
  next.end(created());
  expect((await next.answer).status).toBe(201);
  expect((await again(request)).status).toBe(201);
});

it("gives the slow one the answer that was kept meanwhile", async () => {
  const { slow, next } = await overtaken();
  next.end(created());
  await next.answer;
  slow.end(refused());
  expect(await (await slow.answer).json()).toEqual({ id: "1" });
});

it("never keeps the slow one's answer for another request that took the key when it was free again", async () => {
  const { request, slow, next } = await overtaken();
  next.end(new Response("", { status: 500 }));
  expect((await next.answer).status).toBe(500);
  const other = { ...request, body: Buffer.from('{"other":1}') };
  const later = await worker(other);
  slow.end(created());
  expect((await slow.answer).status).toBe(201);
  later.end(refused());
  expect((await later.answer).status).toBe(402);
  expect((await again(other)).status).toBe(402);
});

it("keeps a key for as long as its request is worked on, however long that is", async () => {
  const request = await keyed();
  const { accountId, key } = request;
  const lease = () =>
    inAccount(accountId, async (tx) => {
      const row = await tx.idempotentRequest.findUniqueOrThrow({
        where: { accountId_key: { accountId, key } },
      });
      return row.lockedUntil.getTime();
    });
  const slow = await worker(request);
  const first = await lease();
  await vi.waitFor(async () => expect(await lease()).toBeGreaterThan(first), { timeout: 10_000 });
  await expect(again(request)).rejects.toMatchObject({ code: "request_in_progress" });
  slow.end(created());
  expect((await slow.answer).status).toBe(201);
  expect((await again(request)).status).toBe(201);
});

it("does not keep that there was too much at the moment", async () => {
  const request = await keyed();
  const busy = await once(request, () => Promise.resolve(new Response("", { status: 429 })));
  expect(busy.status).toBe(429);
  expect((await once(request, () => Promise.resolve(created()))).status).toBe(201);
});

it("does not keep that it is being worked on: what a dead process began may be asked for again", async () => {
  const request = await keyed();
  const running = new Response("", { status: 409, headers: { "retry-after": "1" } });
  expect((await once(request, () => Promise.resolve(running))).status).toBe(409);
  expect((await once(request, () => Promise.resolve(created()))).status).toBe(201);
});

it("claims and keeps many keys of many accounts together, each once, with equal keys among them", async () => {
  const requests = await Promise.all(Array.from({ length: 12 }, keyed));
  const ran = new Map<string, number>();
  const answers = await Promise.allSettled(
    [...requests, ...requests].map((request) =>
      once(request, () => {
        ran.set(request.key, (ran.get(request.key) ?? 0) + 1);
        return Promise.resolve(Response.json({ key: request.key }));
      }),
    ),
  );
  expect([...ran.values()]).toEqual(requests.map(() => 1));
  for (const [index, answer] of answers.entries())
    if (answer.status === "fulfilled")
      expect(await answer.value.json()).toEqual({ key: requests[index % requests.length]?.key });
    else expect(answer.reason).toMatchObject({ code: "request_in_progress" });
  for (const request of requests) expect((await again(request)).status).toBe(200);
});

it("tells a repeat as well that it is not worth trying again", async () => {
  const request = await keyed();
  const conflict = new Response("{}", { status: 409, headers: { "x-should-retry": "false" } });
  expect((await once(request, () => Promise.resolve(conflict))).headers.get("x-should-retry")).toBe("false");
  expect((await again(request)).headers.get("x-should-retry")).toBe("false");
});

it("gives a repeat what the first answer said of its charge, alone and among others", async () => {
  const charged = () =>
    Promise.resolve(
      Response.json({}, { headers: { "ecu-charge": "0.5", "ecu-transaction": "txn_1", date: "now" } }),
    );
  const requests = await Promise.all(Array.from({ length: 3 }, keyed));
  await Promise.all(
    requests.map((request, index) => once(request, index === 1 ? async () => created() : charged)),
  );
  const [first, plain, last] = await Promise.all(requests.map(again));
  for (const answer of [first, last])
    expect(["ecu-charge", "ecu-transaction", "date"].map((name) => answer?.headers.get(name))).toEqual([
      "0.5",
      "txn_1",
      null,
    ]);
  expect([...(plain?.headers.keys() ?? [])].filter((name) => name.startsWith("ecu-"))).toEqual([]);
});
