import { beforeAll, expect, it } from "vitest";
import { accountWith, balanceOf } from "@/lib/testing/accounts";
import { newId } from "@/lib/values/ids";
import { formatCredits, nano } from "@/lib/values/money";
import { ensureDefaultRateCard } from "../import-rates";
import { authorize, captureAuthorization, releaseAuthorization } from "./authorizations";
import { listAuthorizations } from "./list-authorizations";
import { NewAuthorization, NewCapture } from "./schema";

beforeAll(() => ensureDefaultRateCard());

const URL = "http://ecu.test/api/v1/authorizations?limit=2";

it("lists what is held and nothing else, page by page: together it is what the wallet has held", async () => {
  const ctx = await accountWith("10");
  const held: string[] = [];
  for (const amount of ["1", "2", "0.5", "0.25"])
    held.push((await authorize(ctx, NewAuthorization.parse({ amount }), null)).id);
  const [captured, released, ...open] = held;
  await captureAuthorization(ctx, captured ?? "", NewCapture.parse({ amount: "1" }), null);
  await releaseAuthorization(ctx, released ?? "", null);
  const third = await authorize(ctx, NewAuthorization.parse({ amount: "3" }), null);

  const first = await listAuthorizations(ctx, { limit: 2 }, URL);
  expect(first.body.map(({ id, amount }) => [id, amount])).toEqual([
    [third.id, "3"],
    [open[1], "0.25"],
  ]);
  const before = /before=([0-9a-f-]+)>; rel="next"$/.exec(first.headers?.link ?? "")?.[1] ?? "";
  const rest = await listAuthorizations(ctx, { limit: 2, before }, URL);
  expect(rest.body.map(({ id, amount, status }) => [id, amount, status])).toEqual([[open[0], "0.5", "open"]]);
  expect(rest.headers).toBeUndefined();
  expect(formatCredits(nano((await balanceOf(ctx)).held))).toBe("3.75");
  expect((await listAuthorizations(ctx, { unit: "tool_run" }, URL)).body).toEqual([]);
});

it("goes on behind one that has ended meanwhile, and refuses to go on behind none of this wallet's", async () => {
  const ctx = await accountWith("10");
  const [older, newer] = [
    await authorize(ctx, NewAuthorization.parse({ amount: "1" }), null),
    await authorize(ctx, NewAuthorization.parse({ amount: "1" }), null),
  ];
  await releaseAuthorization(ctx, newer.id, null);
  const { body } = await listAuthorizations(ctx, { before: newer.id }, URL);
  expect(body.map(({ id }) => id)).toEqual([older.id]);
  const other = await authorize(await accountWith("10"), NewAuthorization.parse({ amount: "1" }), null);
  for (const query of [
    { before: newId() },
    { before: other.id },
    { before: newer.id, unit: "tool_run" as const },
  ])
    await expect(listAuthorizations(ctx, query, URL)).rejects.toMatchObject({
      code: "invalid_request",
      faults: [{ field: "before" }],
    });
});

it("lists nobody else's", async () => {
  await authorize(await accountWith("10"), NewAuthorization.parse({ amount: "1" }), null);
  expect((await listAuthorizations(await accountWith("10"), {}, URL)).body).toEqual([]);
});
