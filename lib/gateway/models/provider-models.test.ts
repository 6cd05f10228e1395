import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { readProviderModels } from "./provider-models";

let asked = 0;
const server = createServer(({ headers }, answer) => {
  asked += 1;
  const key = headers.authorization?.slice("Bearer ".length) ?? "";
  answer.statusCode = key === "wrong" ? 401 : 200;
  answer.end(JSON.stringify({ data: [{ id: "gpt-4o" }, { id: `ft:gpt-4o:${key}` }] }));
});
await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());

const idsOf = async (key: string) => (await readProviderModels({ baseUrl, key })).map(({ id }) => id);

it("shows the models of a key to nobody who has another, and a wrong key fails for itself alone", async () => {
  const [acme, wrong, other] = await Promise.allSettled([idsOf("acme"), idsOf("wrong"), idsOf("other")]);
  expect(acme).toMatchObject({ value: ["gpt-4o", "ft:gpt-4o:acme"] });
  expect(wrong).toMatchObject({ reason: { code: "unavailable" } });
  expect(other).toMatchObject({ value: ["gpt-4o", "ft:gpt-4o:other"] });
  expect(await idsOf("acme")).toContain("ft:gpt-4o:acme");
  expect(asked).toBe(3);
});
