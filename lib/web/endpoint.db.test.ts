import { randomBytes } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { readers } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { createKey, createPlatformKey, revokeKey } from "@/lib/accounts/keys";
import { writeKey } from "@/lib/accounts/rules/key";
import { endSession } from "@/lib/accounts/sessions";
import { sessionCookie } from "@/lib/testing/browser";
import { testPerson } from "@/lib/testing/people";
import { Refusal } from "@/lib/values/refusal";
import { newId } from "@/lib/values/ids";
import { ANY_QUERY, endpoint } from "./endpoint";

const Body = z.strictObject({
  amount: z.string("is required").max(5, "is too long"),
  deep: z.array(z.strictObject({ n: z.number("is a number") })).optional(),
});
const ran = vi.fn<(body: unknown) => void>();
const write = endpoint({
  scope: "usage:write",
  body: Body,
  maxBytes: 1_000,
  run: async (ctx, { body }) => {
    ran(body);
    await new Promise((done) => setTimeout(done, 50));
    if (body.amount === "402") throw new Refusal("insufficient_credits", "Add credit.");
    if (body.amount === "bug") throw new Error("secret detail");
    return { status: 201, body: { account: ctx.accountId, amount: body.amount, at: ran.mock.calls.length } };
  },
});
const read = endpoint({
  scope: "usage:read",
  query: z.strictObject({ limit: z.coerce.number().max(10).optional() }),
  run: async (ctx) => ({ body: { account: ctx.accountId } }),
});

const plain = endpoint({ scope: "usage:read", run: async () => ({ body: {} }) });
const open = endpoint({ scope: "usage:read", query: ANY_QUERY, run: async () => ({ body: {} }) });

async function keyed() {
  const one = await testPerson();
  const { id, key } = await createKey(one.ctx, { name: "test", scopes: ["usage:write", "usage:read"] });
  return { ...one, keyId: id, key };
}

const url = "http://api.test/api/v1/things";
const post = (key: string, body: unknown, headers: Record<string, string> = {}) =>
  write(
    new Request(url, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: { authorization: `Bearer ${key}`, ...headers },
    }),
  );
const get = (headers: Record<string, string>, query = "") => read(new Request(url + query, { headers }));

describe("keys", () => {
  it("let the account in that they belong to, with a request id", async () => {
    const { key, accountId } = await keyed();
    const answer = await post(key, { amount: "1" });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ account: accountId });
    expect(answer.headers.get("request-id")).toMatch(/^req_/);
  });

  it("are refused at once when they are revoked", async () => {
    const { ctx, key, keyId } = await keyed();
    await revokeKey(ctx, { id: keyId });
    const answer = await post(key, { amount: "1" });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
  });

  it("with a bad checksum are refused without touching the database", async () => {
    const query = vi.spyOn(readers(), "query");
    const answer = await get({ authorization: `Bearer ecu_${"x".repeat(46)}`, "x-forwarded-for": newId() });
    expect(answer.status).toBe(401);
    expect(query).not.toHaveBeenCalled();
    query.mockRestore();
  });

  it("that are wrong too often get 429, and good ones from the same address do not", async () => {
    const { key } = await keyed();
    const address = newId();
    const bad = () =>
      get({ authorization: `Bearer ${writeKey("account", randomBytes(96))}`, "x-forwarded-for": address });
    const answers = await Promise.all(Array.from({ length: 40 }, bad));
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited).toHaveLength(10);
    expect(Number(limited[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await get({ authorization: `Bearer ${key}`, "x-forwarded-for": address })).status).toBe(200);
  });

  it("do no more than their scopes say", async () => {
    const { ctx } = await testPerson();
    const { key } = await createKey(ctx, { name: "reader", scopes: ["usage:read"] });
    const answer = await post(key, { amount: "1" });
    expect([answer.status, (await answer.json()).code]).toEqual([403, "forbidden"]);
  });

  it("of the platform name an account that exists", async () => {
    const { accountId } = await testPerson();
    const { key } = await createPlatformKey({ name: "platform" });
    const authorization = `Bearer ${key}`;
    expect((await get({ authorization, "ecu-account": accountId })).status).toBe(200);
    expect(await (await get({ authorization })).json()).toMatchObject({ status: 400, field: "Ecu-Account" });
    for (const other of [newId(), accountId.toUpperCase(), "'; --", ""])
      expect((await get({ authorization, "ecu-account": other })).status).toBe(404);
  });

  it("of one account do not act on another", async () => {
    const { key } = await keyed();
    const { accountId } = await testPerson();
    expect((await get({ authorization: `Bearer ${key}`, "ecu-account": accountId })).status).toBe(404);
  });
});

describe("sessions", () => {
  it("read for pages of our own, and end at once", async () => {
    const { person, accountId } = await testPerson();
    const cookie = `ecu-session=${await sessionCookie(person)}`;
    expect(await (await get({ cookie, "sec-fetch-site": "same-origin" })).json()).toEqual({
      account: accountId,
    });
    expect((await get({ cookie, "sec-fetch-site": "cross-site" })).status).toBe(401);
    await endSession(person.sessionId);
    expect((await get({ cookie })).status).toBe(401);
  });

  it("never write", async () => {
    const { person } = await testPerson();
    const cookie = `ecu-session=${await sessionCookie(person)}`;
    const answer = await write(
      new Request(url, { method: "POST", body: '{"amount":"1"}', headers: { cookie } }),
    );
    expect(answer.status).toBe(401);
  });

  it("see the account that the link names, if it is theirs", async () => {
    const { person, accountId } = await testPerson();
    const other = await testPerson();
    const cookie = `ecu-session=${await sessionCookie(person)}; ecu_account=${other.accountId}`;
    expect(await (await get({ cookie })).json()).toEqual({ account: accountId });
    expect((await get({ cookie }, `?account=${accountId}`)).status).toBe(200);
    expect((await get({ cookie }, `?account=${other.accountId}`)).status).toBe(404);
  });

  it("are not opened by a forged cookie", async () => {
    const { person } = await testPerson();
    const forged = Buffer.from(JSON.stringify({ sid: person.sessionId, ver: 1 })).toString("base64url");
    for (const value of [forged, `eyJhbGciOiJub25lIn0.${forged}.`, ""])
      expect((await get({ cookie: `ecu-session=${value}` })).status).toBe(401);
  });
});

describe("input", () => {
  it.each([
    ["{", "not JSON"],
    ['{"amount":"1","amount":"2"}', "twice"],
    ['{"amount":"\\u0000"}', "amount"],
    ['{"amount":"1","extra":1}', "extra"],
    ['{"amount":"1","deep":[{"n":1},{"n":"x"}]}', "deep.1.n"],
    ["[]", "body"],
  ])("%s is refused, naming what is wrong", async (body, named) => {
    const { key } = await keyed();
    ran.mockClear();
    const answer = await post(key, body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const problem = await answer.json();
    expect(problem).toMatchObject({
      code: "invalid_request",
      status: 400,
      request_id: answer.headers.get("request-id"),
    });
    expect(JSON.stringify(problem)).toContain(named);
    expect(ran).not.toHaveBeenCalled();
  });

  it("is not read beyond the limit, said or unsaid", async () => {
    const { key } = await keyed();
    expect((await post(key, { amount: "x".repeat(2_000) })).status).toBe(413);
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(600)) });
    const request = new Request(url, {
      method: "POST",
      body: endless,
      headers: { authorization: `Bearer ${key}` },
      duplex: "half",
    } as RequestInit);
    expect((await write(request)).status).toBe(413);
  });

  it("a query is refused where a route has none, and not passed over", async () => {
    const { key } = await keyed();
    const headers = { authorization: `Bearer ${key}` };
    const answer = await plain(new Request(`${url}?limit=5`, { headers }));
    expect(await answer.json()).toMatchObject({
      status: 400,
      field: "limit",
      detail: "limit: is not known here.",
    });
    expect((await plain(new Request(url, { headers }))).status).toBe(200);
    expect((await open(new Request(`${url}?api-version=1`, { headers }))).status).toBe(200);
  });

  it.each(["?limit=11", "?limit=1&limit=2", "?other=1", "?limit=%00"])(
    "the query %s is refused",
    async (query) => {
      const { key } = await keyed();
      expect((await get({ authorization: `Bearer ${key}` }, query)).status).toBe(400);
    },
  );
});

describe("an unexpected error", () => {
  it("says nothing of itself but the request id", async () => {
    const { key } = await keyed();
    const answer = await post(key, { amount: "bug" });
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).toContain(answer.headers.get("request-id"));
    expect(text).not.toContain("secret detail");
  });
});

describe("an Idempotency-Key", () => {
  const all = (count: number, run: () => Promise<Response>) =>
    Promise.all(Array.from({ length: count }, run));

  it("runs one of 50 requests at once; the rest replay it or are told to wait", async () => {
    const { key } = await keyed();
    ran.mockClear();
    const headers = { "idempotency-key": newId() };
    const answers = await all(50, () => post(key, { amount: "7" }, headers));
    expect(ran).toHaveBeenCalledOnce();
    const bodies = await Promise.all(
      answers.filter(({ status }) => status === 201).map((answer) => answer.text()),
    );
    expect(new Set(bodies).size).toBe(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const later = await post(key, { amount: "7" }, headers);
    expect([later.status, later.headers.get("idempotent-replayed"), await later.text()]).toEqual([
      201,
      "true",
      bodies[0],
    ]);
  });

  it("refuses another body and another account's use stays apart", async () => {
    const one = await keyed();
    const two = await keyed();
    const headers = { "idempotency-key": newId() };
    await post(one.key, { amount: "1" }, headers);
    const other = await post(one.key, { amount: "2" }, headers);
    expect([other.status, (await other.json()).code]).toEqual([422, "idempotency_mismatch"]);
    expect((await post(two.key, { amount: "2" }, headers)).status).toBe(201);
  });

  it("keeps a refusal, and gives the same one again", async () => {
    const { key } = await keyed();
    const headers = { "idempotency-key": newId() };
    const first = await post(key, { amount: "402" }, headers);
    const again = await post(key, { amount: "402" }, headers);
    expect([first.status, again.status, again.headers.get("content-type")]).toEqual([
      402,
      402,
      "application/problem+json",
    ]);
    expect(await again.text()).toBe(await first.text());
  });

  it("does not keep a failure of ours: the next request runs", async () => {
    const { key } = await keyed();
    const headers = { "idempotency-key": newId() };
    ran.mockClear();
    expect((await post(key, { amount: "bug" }, headers)).status).toBe(500);
    expect((await post(key, { amount: "bug" }, headers)).status).toBe(500);
    expect(ran).toHaveBeenCalledTimes(2);
  });

  it("is taken over from a process that died, after its lease and not before", async () => {
    const { key, accountId } = await keyed();
    const idempotencyKey = newId();
    const headers = { "idempotency-key": idempotencyKey };
    await post(key, { amount: "9" }, headers);
    const row = { accountId_key: { accountId, key: idempotencyKey } };
    const dead = (lockedUntil: Date) =>
      inAccount(accountId, (tx) =>
        tx.idempotentRequest.update({ where: row, data: { status: null, body: null, lockedUntil } }),
      );
    await dead(new Date(Date.now() + 10_000));
    const early = await post(key, { amount: "9" }, headers);
    expect([early.status, (await early.json()).code]).toEqual([409, "request_in_progress"]);
    await dead(new Date(Date.now() - 1));
    ran.mockClear();
    const late = await all(5, () => post(key, { amount: "9" }, headers));
    expect(ran).toHaveBeenCalledOnce();
    expect(late.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
  });

  it.each(["", "x".repeat(256), "näh"])("that is %j is refused", async (value) => {
    const { key } = await keyed();
    const request = () => post(key, { amount: "1" }, { "idempotency-key": value });
    const answer = await request().catch(() => null);
    expect(answer?.status ?? 400).toBe(400);
  });
});

it("answers a HEAD request with the headers alone, and ends what would have been its body", async () => {
  const { key } = await keyed();
  const left = vi.fn<() => void>();
  const file = endpoint({
    scope: "usage:read",
    run: async () => new Response(new ReadableStream({ cancel: left }), { headers: { "x-file": "yes" } }),
  });
  const answer = await file(
    new Request(url, { method: "HEAD", headers: { authorization: `Bearer ${key}` } }),
  );
  expect([answer.status, answer.body, answer.headers.get("x-file")]).toEqual([200, null, "yes"]);
  expect(answer.headers.get("request-id")).toMatch(/^req_/);
  expect(left).toHaveBeenCalledOnce();
});
