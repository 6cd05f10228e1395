import { begin } from "@/lib/testing/stripe";
import { beforeAll, expect, it } from "vitest";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { testAccount } from "@/lib/testing/accounts";
import { newId } from "@/lib/values/ids";
import { listPurchases, purchasesPage } from "./list-purchases";

beforeAll(() => ensureDefaultRateCard());

const URL = "http://ecu.test/api/v1/purchases?limit=2";

it("lists purchases page by page, each once, with a link to the next page while there is one", async () => {
  const ctx = await testAccount();
  for (const credits of ["100", "200", "300"]) await begin(ctx, credits);
  await begin(await testAccount(), "400");
  const first = await purchasesPage(ctx, { limit: 2 }, URL);
  expect(first.body.map(({ credits }) => credits)).toEqual(["300", "200"]);
  const before = /before=([0-9a-f-]+)>; rel="next"$/.exec(first.headers?.link ?? "")?.[1] ?? "";
  const rest = await purchasesPage(ctx, { limit: 2, before }, URL);
  expect(rest.body.map(({ credits }) => credits)).toEqual(["100"]);
  expect(rest.headers).toBeUndefined();
  expect(await listPurchases(ctx)).toEqual([...first.body, ...rest.body]);
});

it("refuses to go on behind a purchase that is not the account's", async () => {
  const ctx = await testAccount();
  await begin(ctx, "100");
  const other = await testAccount();
  await begin(other, "100");
  const [foreign] = await listPurchases(other);
  for (const before of [newId(), foreign?.id ?? ""])
    await expect(purchasesPage(ctx, { before }, URL)).rejects.toMatchObject({
      code: "invalid_request",
      faults: [{ field: "before" }],
    });
});
