import { beforeAll, expect, it } from "vitest";
import { accountWith, balanceOf, testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { recordDataQueries } from "./data-queries";
import { ensureDefaultRateCard } from "./import-rates";
import { listDataQueries } from "./list-data-queries";
import { readUsage } from "./usage";

beforeAll(() => ensureDefaultRateCard());

const query = (id: string, more: object = {}) => ({ id, provider: "socrata", dataset: "permits", ...more });
const list = (ctx: Context, page: { before?: string; limit?: number } = {}) =>
  listDataQueries(ctx, page, "http://ecu.test/api/v1/data-queries?limit=2");

it("records free public data and leaves wallet and usage alone", async () => {
  const ctx = await accountWith("1");
  const before = await balanceOf(ctx);
  const more = { query: "select 'a'", result_rows: 214, feature: "lead_enrichment", team: "growth" };
  const results = await recordDataQueries(ctx, [query("a", more), query("b")]);
  expect(results).toEqual([
    { index: 0, id: "a", status: 201, result: "recorded" },
    { index: 1, id: "b", status: 201, result: "recorded" },
  ]);
  expect(await balanceOf(ctx)).toEqual(before);
  expect((await readUsage(ctx, { groupBy: ["day"] })).rows).toEqual([]);
  const { body } = await list(ctx);
  expect(body.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(body[0]).toMatchObject({ provider: "socrata", dataset: "permits", member: null, ...more });
  expect(body[1]).toMatchObject({ query: null, result_rows: null, feature: null });
});

it("goes on without credit", async () => {
  const [result] = await recordDataQueries(await testAccount(), [query("a")]);
  expect(result?.status).toBe(201);
});

it("records an id once: the same is answered as recorded, another under it is refused", async () => {
  const ctx = await testAccount();
  const results = await recordDataQueries(ctx, [query("a"), query("a"), query("a", { result_rows: 1 })]);
  expect(results.map(({ result }) => result)).toEqual(["recorded", "replayed", "refused"]);
  expect(results[2]).toMatchObject({ status: 422, code: "idempotency_mismatch", field: "queries.2.id" });
  const again = await recordDataQueries(ctx, [query("a", { provider: "census" }), query("a")]);
  expect(again.map(({ result }) => result)).toEqual(["refused", "replayed"]);
  expect((await list(ctx)).body).toMatchObject([{ id: "a", provider: "socrata", result_rows: null }]);
});

it("records an id once, however many report it at the same moment", async () => {
  const ctx = await testAccount();
  const batch = (from: number) =>
    Array.from({ length: 10 }, (_, index) => query(`q${(index * 7 + from) % 10}`));
  const all = await Promise.all(Array.from({ length: 8 }, (_, from) => recordDataQueries(ctx, batch(from))));
  expect(all.flat().filter(({ result }) => result === "recorded")).toHaveLength(10);
  expect(all.flat().filter(({ result }) => result === "replayed")).toHaveLength(70);
});

it.each([
  [{ provider: undefined }, "provider"],
  [{ result_rows: -1 }, "result_rows"],
  [{ result_rows: "3" }, "result_rows"],
  [{ query: "x".repeat(4_001) }, "query"],
  [{ query: "a\0b" }, "query"],
  [{ occurred_at: "yesterday" }, "occurred_at"],
  [{ occurred_at: "2999-01-01T00:00:00Z" }, "occurred_at"],
  [{ cost_usd: "1" }, "cost_usd"],
])("names the field that is at fault, and records its neighbours, with %j: %s", async (fault, field) => {
  const ctx = await testAccount();
  const results = await recordDataQueries(ctx, [query("bad", fault), query("good")]);
  expect(results).toMatchObject([
    { id: "bad", status: 400, code: "invalid_request", field: `queries.0.${field}` },
    { id: "good", status: 201 },
  ]);
});

it("takes one to a thousand at once", async () => {
  const ctx = await testAccount();
  await expect(recordDataQueries(ctx, [])).rejects.toMatchObject({ code: "invalid_request" });
  const many = Array.from({ length: 1_001 }, (_, index) => query(String(index)));
  await expect(recordDataQueries(ctx, many)).rejects.toMatchObject({ code: "too_large" });
  const results = await recordDataQueries(ctx, many.slice(1));
  expect(results.filter(({ result }) => result === "recorded")).toHaveLength(1_000);
});

it("lists newest first, page by page, without losing or repeating those of one moment", async () => {
  const ctx = await testAccount();
  const at = (second: number) => `2026-11-01T00:00:0${second}Z`;
  await recordDataQueries(ctx, [
    query("old", { occurred_at: at(1) }),
    query("c", { occurred_at: at(2) }),
    query("a", { occurred_at: at(2) }),
    query("b", { occurred_at: at(2) }),
    query("new", { occurred_at: at(3) }),
  ]);
  const seen: string[] = [];
  let before: string | undefined;
  do {
    const { body, headers } = await list(ctx, { limit: 2, ...(before !== undefined && { before }) });
    seen.push(...body.map(({ id }) => id));
    const next = /<([^>]+)>; rel="next"/.exec(headers?.link ?? "")?.[1];
    before = next && (new URL(next, "http://ecu.test").searchParams.get("before") ?? undefined);
  } while (before !== undefined);
  expect(seen).toEqual(["new", "a", "b", "c", "old"]);
});

it("shows another account nothing, and takes none of its ids as a cursor", async () => {
  const [ctx, other] = [await testAccount(), await testAccount()];
  await recordDataQueries(ctx, [query("a")]);
  expect((await list(other)).body).toEqual([]);
  await expect(list(other, { before: "a" })).rejects.toMatchObject({ code: "invalid_request" });
  await recordDataQueries(other, [query("a", { provider: "census" })]);
  expect((await list(ctx)).body).toMatchObject([{ provider: "socrata" }]);
});

it("asks for its permissions", async () => {
  const ctx = { ...(await testAccount()), permissions: new Set<never>() };
  await expect(recordDataQueries(ctx, [query("a")])).rejects.toMatchObject({ code: "forbidden" });
  await expect(list(ctx)).rejects.toMatchObject({ code: "forbidden" });
});
