import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { OPERATIONS } from "@/app/api/v1/openapi.json/operations";
import { curlOf } from "@/components/docs/curl";
import { fieldsOf } from "@/components/docs/fields";
import { describedPath } from "@/lib/testing/doors";
import { describeApi, type DescribedOperation } from "./document";

const document = describeApi(OPERATIONS);
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): [string, DescribedOperation, string] => [
    `${method} ${path}`,
    operation,
    path,
  ]),
);

it("describes every route of the API", () => {
  const routes = ["/api/v1", "/api/gateway/v1"].flatMap((root) =>
    readdirSync(`app${root}`, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith("route.ts") && !file.startsWith("openapi.json"))
      .map((file) => describedPath(`${root}/${file.replace("/route.ts", "")}`)),
  );
  expect(
    Object.keys(document.paths)
      .map((path) => path.replace(/\/$/, ""))
      .sort(),
  ).toEqual(routes.sort());
});

it("names each operation once, and each of its path's parameters", () => {
  const ids = described.map(([, { operationId }]) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [name, { parameters }, path] of described) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    expect(
      parameters.filter((parameter) => parameter.in === "path").map((parameter) => parameter.name),
      name,
    ).toEqual(inPath);
    expect(new Set(parameters.map((parameter) => parameter.name)).size, name).toBe(parameters.length);
  }
});

it("names the headers of the gateway's calls, which generated clients send and read by it", () => {
  const { parameters = [], responses } = document.paths["/api/gateway/v1/chat/completions"]?.post ?? {};
  const inHeader = parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name);
  expect(inHeader).toEqual(
    expect.arrayContaining(["Ecu-Feature", "Ecu-Member", "Ecu-Mandate", "Ecu-Provider"]),
  );
  expect(Object.keys(responses?.["200"]?.headers ?? {})).toEqual([
    "Ecu-Call",
    "Ecu-Charge",
    "Ecu-Transaction",
  ]);
});

it("refers to nothing that it does not define, and is JSON", () => {
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name ?? "",
  );
  for (const name of references) expect(document.components.schemas).toHaveProperty(name);
  expect(text).not.toMatch(/"\$ref":"(?!#\/components)/);
  expect(JSON.parse(text)).toEqual(document);
});

it("says of each call what it needs and what it answers", () => {
  for (const [name, operation, path] of described) {
    // Whoever holds a statement checks it, with a key of ours or none.
    const isPublic = path === "/api/v1/signing-keys";
    expect(operation.security, name).toEqual(isPublic ? [] : [{ key: [] }]);
    if (!isPublic) expect(operation.description, name).toMatch(/Needs the scope `\w+:\w+`/);
    expect(Object.keys(operation.responses), name).toContain("default");
  }
});

it("shows examples that its own schemas accept", () => {
  for (const { endpoint, body = endpoint.body, example, path } of OPERATIONS) {
    if (example !== undefined) expect(body?.safeParse(example).error, path).toBeUndefined();
  }
});

it("can be read as a page: a curl line and its fields for each call", () => {
  const event = document.paths["/api/v1/usage-events"]?.post;
  if (!event) throw new Error("usage-events is missing");
  expect(curlOf("http://localhost:3000", "post", "/api/v1/usage-events", event)).toContain(
    'curl -X POST "http://localhost:3000/api/v1/usage-events"',
  );
  const fields = fieldsOf(event.requestBody?.content["application/json"]?.schema ?? {});
  expect(fields.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["events", "events[].id", "events[].cost_usd", "events[].input_tokens"]),
  );
  expect(fields.find(({ name }) => name === "events[].id")?.required).toBe(true);
  expect(fields.find(({ name }) => name === "events[].input_tokens")?.required).toBe(false);
});
