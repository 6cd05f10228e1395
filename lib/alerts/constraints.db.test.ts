import { beforeAll, expect, it } from "vitest";
import { accountWith, testAccount } from "@/lib/testing/accounts";
import { byHand, CHECK, UNIQUE, FOREIGN_KEY, DENIED, insert, type Row } from "@/lib/testing/constraints";
import { testMember } from "@/lib/testing/people";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";

/** Tries to break the tables of alerts by hand, as the application's user. Whatever is tried is rolled back. */
let ctx: Context;
let other: Context;
let user: string;

beforeAll(async () => {
  [ctx, other] = [await accountWith("100"), await testAccount()];
  user = (await testMember(ctx.accountId, "owner")).person.userId;
});

const stateOf = byHand(() => ctx.accountId);

const watch = (changes: Row = {}) =>
  insert("wallet_watches", { unit: "'credit'", owner: "'recharge'", levels: "'{1}'" }, changes);
const state = (changes: Row = {}) => insert("alert_states", { unit: "'tool_run'" }, changes);
const threshold = (changes: Row = {}) =>
  insert(
    "alert_thresholds",
    {
      unit: "'credit'",
      kind: "'used_percent'",
      value: "80",
      in_banner: "true",
      by_email: "true",
      by_webhook: "false",
      roles: "'{owner}'",
      created_by: "'Ada'",
    },
    changes,
  );
const crossing = (changes: Row = {}) =>
  insert(
    "alert_crossings",
    {
      unit: "'credit'",
      threshold: "'used_percent:80'",
      allocation_seq: "1",
      level: "20",
      allocation: "100",
      balance: "19",
    },
    changes,
  );
const BUDGET = newId();
const budget = () =>
  insert(
    "budgets",
    {
      id: `'${BUDGET}'`,
      name: "'Rent'",
      scope: "'account'",
      period: "'monthly'",
      mode: "'warn'",
      limit_amount: "10",
      starts_on: "'2026-11-01'",
      created_by: "'Ada'",
    },
    {},
  );
const budgetCrossing = (changes: Row = {}) =>
  insert(
    "budget_crossings",
    {
      budget_id: `'${BUDGET}'`,
      period_from: "'2026-11-01'",
      limit_amount: "10",
      percent: "80",
      spent: "8",
    },
    changes,
  );
const anomaly = (changes: Row = {}) =>
  insert("anomalies", { day: "'2026-11-21'", spent: "101", usual_from: "10", usual_to: "100" }, changes);
const pace = (changes: Row = {}) =>
  insert("alert_paces", { user_id: `'${user}'`, pace: "'weekly'" }, changes);
const anomalySettings = (changes: Row = {}) =>
  insert("anomaly_settings", { in_banner: "true", by_email: "true", by_webhook: "true" }, changes);
const letter = (changes: Row = {}) =>
  insert(
    "alert_letters",
    {
      recipient: "'ada@example.com'",
      key: "'credit:used_percent:80 1'",
      line: "'80 % are used'",
      is_at_once: "false",
    },
    changes,
  );
const dismissal = (changes: Row = {}) =>
  insert(
    "banner_dismissals",
    { user_id: `'${user}'`, topic: "'credit'", series: "'1'", rank: "-20" },
    changes,
  );

it.each<[string, () => string[], string]>([
  [
    "sound rows are taken",
    () => [
      watch(),
      state(),
      threshold(),
      crossing(),
      budget(),
      budgetCrossing(),
      dismissal(),
      anomaly(),
      anomalySettings(),
      pace(),
      letter(),
    ],
    "none",
  ],
  ["levels are those of a known owner", () => [watch({ owner: "'somebody'" })], CHECK],
  ["an owner has at most 32 levels", () => [watch({ levels: "array_fill(1::bigint, ARRAY[33])" })], CHECK],
  [
    "the allocation is one that was looked at",
    () => [state({ told_seq: "1", told_allocation_seq: "2" })],
    CHECK,
  ],
  ["no more than everything can be used", () => [threshold({ value: "101" })], CHECK],
  [
    "something is left at a share that is left",
    () => [threshold({ kind: "'remaining_percent'", value: "100" })],
    CHECK,
  ],
  ["a threshold is more than nothing", () => [threshold({ kind: "'amount'", value: "0" })], CHECK],
  ["an amount may be large", () => [threshold({ kind: "'amount'", value: "101" })], "none"],
  ["a threshold has a channel", () => [threshold({ in_banner: "false", by_email: "false" })], CHECK],
  ["a mail has a receiver", () => [threshold({ roles: "'{}'" })], CHECK],
  ["a role is one of ours", () => [threshold({ roles: "'{king}'" })], CHECK],
  ["addresses are at most five", () => [threshold({ emails: "'{a,b,c,d,e,f}'" })], CHECK],
  ["a threshold is there once", () => [threshold(), threshold({ in_banner: "false" })], UNIQUE],
  ["a crossing is told once", () => [crossing(), crossing({ balance: "1" })], UNIQUE],
  ["another allocation is crossed again", () => [crossing(), crossing({ allocation_seq: "2" })], "none"],
  ["a crossing is at its level or below", () => [crossing({ balance: "21" })], CHECK],
  ["a crossing names its threshold", () => [crossing({ threshold: "'soon'" })], CHECK],
  ["a crossing is never changed", () => [crossing(), "UPDATE alert_crossings SET mails = 2"], DENIED],
  ["a crossing is never forgotten", () => [crossing(), "DELETE FROM alert_crossings"], DENIED],
  [
    "a budget is told once a period",
    () => [budget(), budgetCrossing(), budgetCrossing({ spent: "9" })],
    UNIQUE,
  ],
  [
    "another limit is told again",
    () => [budget(), budgetCrossing(), budgetCrossing({ limit_amount: "20" })],
    "none",
  ],
  ["a budget's crossing is of a budget", () => [budgetCrossing()], FOREIGN_KEY],
  [
    "a budget's crossing is never changed",
    () => [budget(), budgetCrossing(), "UPDATE budget_crossings SET spent = 1"],
    DENIED,
  ],
  ["a day is unusual once", () => [anomaly(), anomaly({ spent: "200" })], UNIQUE],
  ["what is usual is not told", () => [anomaly({ spent: "100" })], CHECK],
  ["a usual range is in order", () => [anomaly({ usual_from: "101", spent: "102" })], CHECK],
  ["an unusual day is never changed", () => [anomaly(), "UPDATE anomalies SET mails = 1"], DENIED],
  ["an unusual day is never forgotten", () => [anomaly(), "DELETE FROM anomalies"], DENIED],
  ["an account chooses once how it is told", () => [anomalySettings(), anomalySettings()], UNIQUE],
  ["a person chooses once how mails come", () => [pace(), pace({ pace: "'all'" })], UNIQUE],
  ["who chooses is a member", () => [pace({ user_id: `'${newId()}'` })], FOREIGN_KEY],
  ["the same is written to somebody once", () => [letter(), letter({ line: "'again'" })], UNIQUE],
  ["an address is in lower case", () => [letter({ recipient: "'Ada@example.com'" })], CHECK],
  ["what went out at once has its time", () => [letter({ is_at_once: "true" })], CHECK],
  ["nothing is told before it happened", () => [letter({ told_at: "now() - interval '1 day'" })], CHECK],
  ["what is told is never forgotten", () => [letter(), "DELETE FROM alert_letters"], DENIED],
  ["a person puts a banner away once", () => [dismissal(), dismissal({ rank: "-1" })], UNIQUE],
  ["whoever puts it away is somebody", () => [dismissal({ user_id: `'${newId()}'` })], FOREIGN_KEY],
])("%s", async (_, statements, code) => {
  expect(await stateOf(...statements())).toBe(code);
});

it("keeps an account's rows from every other account", async () => {
  const theirs = { account_id: `'${other.accountId}'` };
  for (const make of [watch, state, threshold, crossing, dismissal, anomaly, anomalySettings, letter])
    expect(await stateOf(make(theirs))).toBe(DENIED);
});
