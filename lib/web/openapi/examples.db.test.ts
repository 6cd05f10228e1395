import { bought } from "@/lib/testing/stripe";
import "@/lib/testing/gateway";
import Ajv2020 from "ajv/dist/2020";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createPlatformKey } from "@/lib/accounts/keys";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { accountWith } from "@/lib/testing/accounts";
import { allRoutes, describedPath, type RouteDoor } from "@/lib/testing/doors";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { describeApi } from "./document";
import { OPERATIONS } from "@/app/api/v1/openapi.json/operations";

const { paths, components } = describeApi(OPERATIONS);
// What the description leaves out is not there: an answer that has more than it says is a fault too.
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema({ components }, "");

const called = OPERATIONS.map(({ method, path, answer }) => ({
  name: `${method} ${path}`,
  method,
  path,
  answer,
}));
const One = z.record(z.string(), z.unknown());

let ctx: Context;
let key: string;
let routes: readonly RouteDoor[];

beforeAll(async () => {
  await ensureDefaultRateCard();
  routes = await allRoutes();
  ctx = await accountWith("2000");
  key = (await createPlatformKey({ name: "Reader of the docs" })).key;
});

/** Calls an operation as its description shows it: its example, with `more` in place of what only this account knows. */
async function call(name: string, ids: Record<string, string> = {}, more: object | null = {}, query = "") {
  const [method = "", path = ""] = name.split(" ");
  const operation = paths[path]?.[method];
  if (!operation) throw new Error(`${name} is not described`);
  const example = operation.requestBody?.content["application/json"]?.example;
  const plain = path.replace(/(?<=.)\/$/, "");
  const route = routes.find(
    (each) => describedPath(each.path) === plain && each.method === method.toUpperCase(),
  );
  if (!route) throw new Error(`${name} has no route`);
  const headers = {
    authorization: `Bearer ${key}`,
    "ecu-account": ctx.accountId,
    "content-type": "application/json",
    "idempotency-key": newId(),
  };
  const body = method === "get" || method === "delete" ? undefined : JSON.stringify(bodyOf(example, more));
  const request = new Request(`http://api.test${path}${query}`, {
    method: method.toUpperCase(),
    headers,
    body,
  });
  return route.handler(request, { params: Promise.resolve(ids) });
}

const bodyOf = (example: unknown, more: object | null) =>
  Array.isArray(example) ? example : { ...One.catch({}).parse(example), ...more };

/** Makes something by its example, and gives the answer. */
async function made(name: string, ids: Record<string, string> = {}, more: object = {}) {
  const answer = await call(name, ids, more);
  expect(answer.status, `${name}: ${answer.status >= 400 ? await answer.clone().text() : ""}`).toBeLessThan(
    300,
  );
  return One.parse(await answer.json());
}

const idOf = ({ id }: Record<string, unknown>) => ({ id: String(id) });
const event = (id = newId()) => ({ events: [{ id, model: "gpt-4o", operation: "chat", input_tokens: 9 }] });
const authorization = async () => idOf(await made("post /api/v1/authorizations"));
const approval = async () => idOf(await made("post /api/v1/approvals"));
const mandate = async () => idOf(await made("post /api/v1/mandates"));
// One budget a feature: a second of the same would be refused.
const features = ["profile_draft", "context_author", "lead_qualify", "outreach_draft", "funnel_generate"];
const budget = async () =>
  idOf(await made("post /api/v1/budgets", {}, { name: newId(), scope_value: features.pop() }));
const webhook = async () => idOf(await made("post /api/v1/webhooks"));
const instance = async (more: object = {}) =>
  idOf(await made("post /api/v1/instances", {}, { id: newId(), ...more }));
const resource = async (kind: string, more: object = {}) => {
  const id = newId();
  await made("put /api/v1/resources/{kind}/{id}", { kind, id }, more);
  return { kind, id };
};
const delivery = async () => {
  const { id } = await webhook();
  return { id, delivery: String((await made("post /api/v1/webhooks/{id}/test", { id })).id) };
};
const transaction = async () => idOf(await made("post /api/v1/transactions"));
const topUp = async () => {
  await bought(ctx, "100");
  const answer = await call("get /api/v1/transactions", {}, null, "?type=topup&limit=1");
  const [row] = z.array(z.object({ id: z.string() })).parse(await answer.json());
  return { id: row?.id ?? "" };
};

/** What an operation needs to be there first: the ids of its path. One that is missing here has no ids. */
const IDS: Record<string, () => Promise<Record<string, string>>> = {
  "get /api/v1/approvals/{id}": approval,
  "get /api/v1/mandates/{id}": mandate,
  "get /api/v1/budgets/{id}": budget,
  "patch /api/v1/budgets/{id}": budget,
  "delete /api/v1/budgets/{id}": budget,
  "put /api/v1/resources/{kind}/{id}": async () => ({ kind: "guardrail", id: "pii" }),
  "get /api/v1/resources/{kind}/{id}": () => resource("guardrail"),
  "post /api/v1/resources/{kind}/{id}/status": () => resource("guardrail"),
  "get /api/v1/instances/{id}": instance,
  "post /api/v1/instances/{id}/stop": instance,
  "post /api/v1/instances/{id}/fail": instance,
  "post /api/v1/instances/{id}/extend": instance,
  "post /api/v1/instances/{id}/replicas": () => instance({ kind: "inference", hours: undefined }),
  "get /api/v1/authorizations/{id}": authorization,
  "post /api/v1/authorizations/{id}/capture": authorization,
  "post /api/v1/authorizations/{id}/extend": authorization,
  "post /api/v1/authorizations/{id}/release": authorization,
  "get /api/gateway/v1/models/{id}": () => Promise.resolve({ id: "openai/gpt-4o-mini" }),
  "get /api/v1/receipts/{id}": topUp,
  "get /api/v1/usage/models/{id}": async () => idOf(await resource("model")),
  "get /api/v1/usage/guardrails/{id}": async () => idOf(await resource("guardrail")),
  "get /api/v1/usage/scripts/{id}": async () => idOf(await resource("custom_script")),
  "get /api/v1/webhooks/{id}": webhook,
  "patch /api/v1/webhooks/{id}": webhook,
  "delete /api/v1/webhooks/{id}": webhook,
  "post /api/v1/webhooks/{id}/rotate": webhook,
  "post /api/v1/webhooks/{id}/test": webhook,
  "get /api/v1/webhooks/{id}/deliveries": webhook,
  "get /api/v1/webhooks/{id}/deliveries.csv": webhook,
  "get /api/v1/webhooks/{id}/deliveries/{delivery}": delivery,
  "post /api/v1/webhooks/{id}/deliveries/{delivery}/replay": delivery,
  "get /api/v1/usage-events/{id}": async () => {
    const id = newId();
    await made("post /api/v1/usage-events", {}, event(id));
    return { id };
  },
  "get /api/v1/transactions/{id}": transaction,
  "get /api/v1/purchases/{id}": async () => idOf(await made("post /api/v1/purchases")),
};

const QUERIES: Record<string, string> = {
  "get /api/v1/balance": "?as_of=2026-11-01T00:00:00Z",
  "get /api/v1/statements": "?from=2026-01-01&to=2026-01-31",
  "get /api/v1/statements.jsonl": "?from=2026-01-01&to=2026-01-31",
};

/** What has run is in the lists, so that their rows are held against the description too. */
async function furnish(): Promise<void> {
  await Promise.all([approval(), mandate(), budget(), webhook(), authorization(), transaction(), instance()]);
  await made("post /api/v1/usage-events", {}, event());
  for (const kind of ["tool", "model", "guardrail", "custom_script"]) await resource(kind);
  await made("post /api/v1/data-queries");
  await made("post /api/v1/external-costs");
}

describe("every call of the description", () => {
  beforeAll(furnish);

  it.each(called)(
    "$name answers what it says, to its own example",
    async ({ name, method, path, answer }) => {
      const ids = await IDS[name]?.();
      expect(path.includes("{"), "ids for its path stand in IDS").toBe(ids !== undefined);
      const said = await call(name, ids, {}, QUERIES[name]);
      const text = await said.text();
      expect(said.status, text.slice(0, 500)).toBe(answer.status);
      expect(said.headers.get("content-type")).toContain(answer.type ?? "application/json");
      if (answer.type) return;
      const described = paths[path]?.[method]?.responses[answer.status]?.content?.["application/json"];
      const holds = ajv.compile(described?.schema ?? {});
      expect(holds(JSON.parse(text)) ? [] : holds.errors, text.slice(0, 500)).toEqual([]);
    },
  );
});

it("describes every route under /api/v1, and the gateway's", () => {
  const described = new Set(
    called.map(({ method, path }) => `${method.toUpperCase()} ${path.replace(/\/$/, "")}`),
  );
  const missing = routes
    .filter(({ path, handler }) => /^\/api\/(v1|gateway)\//.test(path) && handler.endpoint.door === "account")
    .map(({ method, path }) => `${method} ${describedPath(path)}`)
    .filter((name) => !described.has(name));
  expect(missing).toEqual([]);
});
