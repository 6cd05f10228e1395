import { beforeAll, describe, expect, it } from "vitest";
import { accountWith, testAccount } from "@/lib/testing/accounts";
import { byHand, CHECK, UNIQUE, FOREIGN_KEY, DENIED, insert, type Row } from "@/lib/testing/constraints";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";

/** Tries to break the tables of payments by hand, as the application's user. Whatever is tried is rolled back. */
let ctx: Context;
let other: Context;

beforeAll(async () => {
  [ctx, other] = [await accountWith("100"), await testAccount()];
});

const stateOf = byHand(() => ctx.accountId);

const id = () => `'${newId()}'`;
const purchase = (changes: Row = {}) =>
  insert(
    "purchases",
    { id: id(), request_key: "'key'", credits: "1", amount_cents: "1", unit_price_pico_usd: "1" },
    changes,
  );
const payment = (changes: Row = {}) =>
  insert(
    "payments",
    {
      id: "'pi_1'",
      kind: "'topup'",
      charged_cents: "100",
      net_cents: "90",
      credits: "50",
      seq: "1",
      paid_at: "now()",
    },
    changes,
  );
const refund = (changes: Row = {}) =>
  insert(
    "refunds",
    {
      id: "'re_1'",
      payment_id: "'pi_1'",
      amount_cents: "1",
      credits: "1",
      status: "'pending'",
      refunded_at: "now()",
    },
    changes,
  );
const dispute = (changes: Row = {}) =>
  insert(
    "disputes",
    {
      id: "'du_1'",
      payment_id: "'pi_1'",
      amount_cents: "1",
      credits: "0",
      status: "'lost'",
      opened_at: "now()",
    },
    changes,
  );
const attempt = (changes: Row = {}) =>
  insert(
    "recharge_attempts",
    {
      id: id(),
      credits: "1",
      amount_cents: "1",
      payment_method_id: "'pm_1'",
      balance: "0",
      threshold: "0",
    },
    changes,
  );
const CONTRACT = newId();
const contract = (changes: Row = {}) =>
  insert("contracts", { id: `'${CONTRACT}'`, name: "'C'", created_by: "'x'" }, changes);
const part = (changes: Row = {}) =>
  insert(
    "contract_invoices",
    { contract_id: `'${CONTRACT}'`, no: "1", due_on: "'2030-01-01'", amount_cents: "1", credits: "1" },
    changes,
  );

it("takes what is sound", async () => {
  expect(await stateOf(purchase(), payment(), refund(), dispute(), attempt(), contract(), part())).toBe(
    "none",
  );
});

describe("a purchase", () => {
  it.each([
    ["of nothing", { credits: "0" }, CHECK],
    ["for nothing", { amount_cents: "0" }, CHECK],
    ["without a form's key", { request_key: "''" }, CHECK],
    ["of an account that is not there", { account_id: id() }, DENIED],
  ])("is refused %s", async (_, changes, state) => {
    expect(await stateOf(purchase(changes))).toBe(state);
  });

  it("is one for one form, and has a session of its own", async () => {
    expect(await stateOf(purchase(), purchase())).toBe(UNIQUE);
    const session = { checkout_session_id: "'cs_1'" };
    expect(await stateOf(purchase(session), purchase({ ...session, request_key: "'b'" }))).toBe(UNIQUE);
  });
});

describe("a payment", () => {
  it.each([
    ["of no money", { charged_cents: "0", net_cents: "0" }, CHECK],
    ["of more before tax than after it", { net_cents: "101" }, CHECK],
    ["without credit", { credits: "0" }, CHECK],
    ["with more refunded than was charged", { refunded_cents: "101" }, CHECK],
    ["with more disputed than was charged", { disputed_cents: "101" }, CHECK],
    ["with more credit withdrawn than was given", { refunded_credits: "51" }, CHECK],
    ["with less than nothing withdrawn", { disputed_credits: "-1" }, CHECK],
    ["without an id", { id: "''" }, CHECK],
  ])("is refused %s", async (_, changes, state) => {
    expect(await stateOf(payment(changes))).toBe(state);
  });

  it("is written once, and no other has its row", async () => {
    expect(await stateOf(payment(), payment({ seq: "2" }))).toBe(UNIQUE);
    expect(await stateOf(payment(), payment({ id: "'pi_2'" }))).toBe(UNIQUE);
  });

  it("is needed by what went back of it", async () => {
    expect(await stateOf(refund())).toBe(FOREIGN_KEY);
    expect(await stateOf(dispute())).toBe(FOREIGN_KEY);
    expect(await stateOf(payment(), refund({ amount_cents: "0" }))).toBe(CHECK);
    expect(await stateOf(payment(), refund(), refund())).toBe(UNIQUE);
    expect(await stateOf(payment(), dispute(), dispute())).toBe(UNIQUE);
  });
});

describe("an auto-recharge", () => {
  it("is under way once at a time", async () => {
    expect(await stateOf(attempt(), attempt())).toBe(UNIQUE);
    expect(await stateOf(attempt({ status: "'declined'", ended_at: "now()" }), attempt())).toBe("none");
  });

  it("has an end when it is over, and none before", async () => {
    expect(await stateOf(attempt({ status: "'succeeded'" }))).toBe(CHECK);
    expect(await stateOf(attempt({ ended_at: "now()" }))).toBe(CHECK);
  });
});

describe("a part of a contract", () => {
  it.each([
    ["of no money", { amount_cents: "0" }, CHECK],
    ["without credit", { credits: "0" }, CHECK],
    ["with less than no bonus", { bonus_credits: "-1" }, CHECK],
    ["with a number that is none", { no: "0" }, CHECK],
    ["in a state that is none", { status: "'lost'" }, CHECK],
    ["of no contract", { contract_id: id() }, FOREIGN_KEY],
  ])("is refused %s", async (_, changes, state) => {
    expect(await stateOf(contract(), part(changes))).toBe(state);
  });

  it("stands for one invoice at Stripe", async () => {
    const invoice = { stripe_invoice_id: "'in_1'" };
    expect(await stateOf(contract(), part(invoice), part({ ...invoice, no: "2" }))).toBe(UNIQUE);
  });
});

describe("the application's role", () => {
  const TABLES = ["purchases", "payments", "refunds", "disputes", "contracts", "contract_invoices", "leads"];

  it.each([...TABLES, "stripe_events", "reconciliations"])("cannot delete from %s", async (table) => {
    expect(await stateOf(`DELETE FROM ${table}`)).toBe(DENIED);
    expect(await stateOf(`TRUNCATE ${table} CASCADE`)).toBe(DENIED);
  });

  it.each([purchase, payment, attempt, contract])("writes nothing for another account: %o", async (row) => {
    expect(await stateOf(row({ account_id: `'${other.accountId}'` }))).toBe(DENIED);
  });

  it("keeps an event once", async () => {
    const event = `INSERT INTO stripe_events (id, type, livemode, created_at, payload) VALUES ('evt_1', 'x', false, now(), '{}')`;
    expect(await stateOf(event, event)).toBe(UNIQUE);
  });
});
