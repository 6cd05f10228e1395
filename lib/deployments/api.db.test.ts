import { beforeAll, expect, it } from "vitest";
import { GET as readInstance } from "@/app/api/v1/instances/[id]/route";
import { POST as stop } from "@/app/api/v1/instances/[id]/stop/route";
import { POST as start } from "@/app/api/v1/instances/route";
import { PUT as register } from "@/app/api/v1/resources/[kind]/[id]/route";
import { GET as explain } from "@/app/api/v1/transactions/[id]/route";
import { GET as listTransactions } from "@/app/api/v1/transactions/route";
import { GET as readGuardrail } from "@/app/api/v1/usage/guardrails/[id]/route";
import { createKey } from "@/lib/accounts/keys";
import { prisma } from "@/lib/db/client";
import { inAccount } from "@/lib/db/transaction";
import { after, ensureDefaultRateCard, noon } from "@/lib/testing/deployments";
import { testPerson } from "@/lib/testing/people";
import { PERMISSIONS } from "@/lib/values/context";
import type { Endpoint } from "@/lib/web/endpoint";
import { sweepDeployments } from "./sweep";

const began = noon(4);
let key: string;

beforeAll(async () => {
  await ensureDefaultRateCard();
  const { ctx, accountId } = await testPerson();
  const created = await createKey(ctx, { name: "platform", scopes: ["usage:read"] });
  key = created.key;
  await prisma().apiKey.update({ where: { id: created.id }, data: { scopes: [...PERMISSIONS] } });
  await inAccount(accountId, (tx) =>
    tx.wallet.updateMany({ where: { accountId }, data: { lastPostedAt: began } }),
  );
});

async function call(endpoint: Endpoint, method: string, params: Record<string, string>, body?: unknown) {
  const headers = { authorization: `Bearer ${key}` };
  const request = new Request("http://api.test/", {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await endpoint(request, { params: Promise.resolve(params) });
  return { status: answer.status, body: await answer.json() };
}

const lastRows = async (count: number) => {
  const { body } = await call(listTransactions, "GET", {});
  const rows = body as { id: string; type: string; amount: string; description: string }[];
  return rows.slice(0, count).reverse();
};
const words = ({ type, amount, description }: { type: string; amount: string; description: string }) =>
  `${type} ${amount} ${description}`;

it("lets a new account reproduce the ledger of an instance of a fixed duration", async () => {
  const started_at = began.toISOString();
  const asked = { id: "132", kind: "gpu", hardware: "a100-80gb", gpus: 1, hours: "1", started_at };
  const first = await call(start, "POST", {}, asked);
  expect(first).toMatchObject({
    status: 201,
    body: { title: "GPU Instance #132", held: "25", status: "running" },
  });
  expect((await call(start, "POST", {}, asked)).body).toEqual(first.body);
  await call(stop, "POST", { id: "132" }, { at: after(began, 0.6).toISOString() });
  const rows = await lastRows(2);
  expect(rows.map(words)).toEqual([
    "gpu_usage -25 GPU Instance #132: hold 25 ECU per-GPU × 1 GPU × 1h",
    "refund 10 GPU Instance #132: refund of what its hold left, 36min used of 1h",
  ]);
  const explained = await call(explain, "GET", { id: rows[1]?.id ?? "" });
  expect(explained.body).toMatchObject({
    timeline: rows.map(({ id }) => ({ id })),
    hold: { amount: "25", used: "15" },
    run: {
      steps: [
        "1 GPU (A100 80 GB) × 25 ECU an hour × 36min = 15 ECU",
        "Used: 15 ECU",
        "Held 25 − used 15 = refund 10 ECU",
      ],
    },
  });
});

it("lets it reproduce that of one in cycles, and the side panel of its guardrail", async () => {
  const at = { at: began.toISOString() };
  await call(
    register,
    "PUT",
    { kind: "guardrail", id: "pii" },
    { name: "PII", owner: "ada@example.com", ...at },
  );
  const asked = { id: "g", kind: "guardrail", hardware: "cpu-small", resource: "guardrail/pii" };
  expect(
    (await call(start, "POST", {}, { ...asked, started_at: after(began, 1).toISOString() })).status,
  ).toBe(201);
  await sweepDeployments(after(began, 30));
  await call(stop, "POST", { id: "g" }, { at: after(began, 37).toISOString() });
  expect((await lastRows(3)).map(words)).toEqual([
    "gpu_usage -12 Guardrail #g: hold 0.5 ECU per-CPU × 1 CPU × 24h",
    "gpu_usage -12 Guardrail #g: hold 0.5 ECU per-CPU × 1 CPU × 24h, cycle 2",
    "refund 6 Guardrail #g: refund of what the hold of cycle 2 left, 12h used of 24h",
  ]);
  expect((await call(readGuardrail, "GET", { id: "pii" })).body).toMatchObject({
    name: "PII",
    status: "undeployed",
    seconds: 36 * 3_600,
    parts: [{ hardware: "cpu-small", noun: "CPU", count: "1", seconds: 36 * 3_600, credits: "18" }],
    total: "18",
  });
});

it("names the field that is wrong, and refuses what does not fit with 402", async () => {
  const wrong = [
    [{ id: "a/b", kind: "gpu", hours: "1" }, "id"],
    [{ id: "a", kind: "gpu" }, "hours"],
    [{ id: "a", kind: "guardrail", hours: "1" }, "hours"],
    [{ id: "a", kind: "gpu", hours: "0" }, "hours"],
    [{ id: "a", kind: "gpu", hours: "1", hardware: "abacus" }, "hardware"],
    [{ id: "a", kind: "gpu", hours: "1", hardware: "l4", gpus: 0 }, "gpus"],
    [{ id: "a", kind: "gpu", hours: "1", hardware: "l4", colour: "red" }, "colour"],
    [{ id: "a", kind: "gpu", hours: "1", hardware: "l4", started_at: "2099-01-01T00:00:00Z" }, "started_at"],
    [{ id: "a", kind: "gpu", hours: "1", hardware: "l4", resource: "tool/nothing" }, "resource"],
  ] as const;
  for (const [body, field] of wrong)
    expect(await call(start, "POST", {}, body), field).toMatchObject({ status: 400, body: { field } });
  const dear = { id: "dear", kind: "gpu", hardware: "h200", gpus: 8, hours: "100" };
  expect(await call(start, "POST", {}, dear)).toMatchObject({
    status: 402,
    body: { code: "insufficient_credits" },
  });
  expect((await call(readInstance, "GET", { id: "dear" })).status).toBe(404);
});
