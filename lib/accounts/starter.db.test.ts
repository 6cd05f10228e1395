import { afterEach, expect, it } from "vitest";
import { env } from "@/lib/env";
import { readStarterPack } from "@/lib/ledger/read-starter-pack";
import { systemContext } from "@/lib/values/context";
import { DAY_MS } from "@/lib/values/time";
import { createAccount } from "./create-account";
import { hasStarter } from "./starter";

const usual = { ...env() };
afterEach(() => void Object.assign(env(), usual));

/** What a new account is opened with. */
async function opened() {
  const ctx = systemContext("00000000-0000-7000-8000-000000000000", "test");
  const accountId = await createAccount({ name: "New", actor: ctx.actor, requestId: ctx.requestId });
  return readStarterPack(systemContext(accountId, "test"));
}

it("is 75 credits and 10,000 tool runs that stay, where nothing else is said", async () => {
  expect(await opened()).toMatchObject([
    { unit: "credit", amount: "75", remaining: "75", expires_at: null },
    { unit: "tool_run", amount: "10000", remaining: "10000", expires_at: null },
  ]);
  expect(hasStarter()).toBe(true);
});

it("is as much as the environment says, and ends after as many days", async () => {
  Object.assign(env(), {
    ECU_STARTER_CREDITS: "12.5",
    ECU_STARTER_TOOL_RUNS: 3,
    ECU_STARTER_EXPIRY_DAYS: 30,
  });
  const before = Date.now();
  const grants = await opened();
  expect(grants).toMatchObject([
    { unit: "credit", amount: "12.5" },
    { unit: "tool_run", amount: "3" },
  ]);
  for (const { expires_at } of grants) {
    const lasts = new Date(expires_at ?? 0).getTime() - before;
    expect(lasts).toBeGreaterThanOrEqual(30 * DAY_MS);
    expect(lasts).toBeLessThan(30 * DAY_MS + 60_000);
  }
});

it("is nothing where there is none, or of one kind alone", async () => {
  Object.assign(env(), { ECU_STARTER_CREDITS: "0", ECU_STARTER_TOOL_RUNS: 5 });
  expect(await opened()).toMatchObject([{ unit: "tool_run", amount: "5" }]);
  Object.assign(env(), { ECU_STARTER_TOOL_RUNS: 0 });
  expect(await opened()).toEqual([]);
  expect(hasStarter()).toBe(false);
});
