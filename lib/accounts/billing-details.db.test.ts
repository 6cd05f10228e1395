import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inAccount } from "@/lib/db/transaction";
import { testMember, testPerson } from "@/lib/testing/people";
import { newId } from "@/lib/values/ids";
import { readBillingDetails, saveBillingDetails } from "./billing-details";
import { listAudit } from "./list-audit";
import { type BillingDetails, BillingDetailsInput } from "./schema-billing";

const DETAILS = {
  ...{ name: "Acme Research GmbH", line1: "Lindenweg 1", line2: "", postalCode: "10115", city: "Berlin" },
  ...{ state: "", country: "DE", taxId: "DE123456789" },
};

it("keeps who statements are made out to, with what changed in the audit log, and has Stripe told", async () => {
  const { ctx } = await testPerson();
  expect(await readBillingDetails(ctx)).toBeNull();
  await saveBillingDetails(ctx, DETAILS);
  expect(await readBillingDetails(ctx)).toEqual(DETAILS);
  await saveBillingDetails(ctx, { ...DETAILS, line1: "Lindenweg 2" });
  await saveBillingDetails(ctx, { ...DETAILS, line1: "Lindenweg 2" });
  const entries = (await listAudit(ctx, null)).rows.filter(
    ({ action }) => action === "account.billing_changed",
  );
  expect(entries.map(({ details }) => details)).toMatchObject([
    { changed: ["line1"], line1: "Lindenweg 2" },
    { changed: expect.arrayContaining(["name", "taxId"]) },
  ]);
  const tasks = await inAccount(ctx.accountId, (tx) =>
    tx.outbox.count({ where: { accountId: ctx.accountId, task: "customers.describe" } }),
  );
  expect(tasks).toBe(2);
});

it("may be written by who looks after billing, and by no plain member", async () => {
  const { ctx } = await testPerson();
  const billing = await testMember(ctx.accountId, "billing");
  await saveBillingDetails(billing.ctx, DETAILS);
  const member = await testMember(ctx.accountId, "member");
  expect(await readBillingDetails(member.ctx)).toEqual(DETAILS);
  await expect(saveBillingDetails(member.ctx, DETAILS)).rejects.toMatchObject({ code: "forbidden" });
});

it.each<[string, Partial<Record<keyof BillingDetails, string>>]>([
  ["no name", { name: " " }],
  ["a country that is none", { country: "XX" }],
  ["a country in small letters", { country: "de" }],
  ["a tax id with markup", { taxId: "<b>" }],
  ["a text that turns around", { city: "Ber\u202Elin" }],
  ["a line break", { line1: "a\nb" }],
])("refuses %s", (_, change) => {
  expect(BillingDetailsInput.safeParse({ ...DETAILS, ...change }).success).toBe(false);
});

describe("the tables", () => {
  let app: pg.Client;
  let accountId: string;
  beforeAll(async () => {
    app = new pg.Client(process.env.DATABASE_URL);
    await app.connect();
    accountId = (await testPerson()).accountId;
  });
  afterAll(() => app.end());

  async function stateOf(...statements: string[]): Promise<string> {
    await app.query(`BEGIN; SET LOCAL app.account_id = '${accountId}'`);
    try {
      for (const statement of statements) await app.query(statement.replace(":account", accountId));
      return "none";
    } catch (error) {
      return error instanceof pg.DatabaseError ? (error.code ?? "?") : String(error);
    } finally {
      await app.query("ROLLBACK");
    }
  }
  const details = (change: Record<string, string> = {}) => {
    const row = { account_id: "':account'", name: "'A'", line1: "'1'", city: "'B'", country: "'DE'" };
    const all = { ...row, ...change };
    return `INSERT INTO billing_details (${Object.keys(all).join(", ")}) VALUES (${Object.values(all).join(", ")})`;
  };
  const key = (id: string, generation: string, size: number) =>
    `INSERT INTO signing_keys (id, generation, public_key) VALUES (${id}, ${generation}, decode(repeat('ab', ${size}), 'hex'))`;
  const ID = `'${"a".repeat(43)}'`;

  it.each<[string, string[], string]>([
    ["details as they should be", [details()], "none"],
    ["two of one account", [details(), details()], "23505"],
    ["details of another account", [details({ account_id: `'${newId()}'` })], "42501"],
    ["no city", [details({ city: "''" })], "23514"],
    ["a country that is none", [details({ country: "'Germany'" })], "23514"],
    ["a tax id with other letters", [details({ tax_id: "'de<1>'" })], "23514"],
    ["a key as it should be", [key(ID, "1", 32)], "none"],
    ["a key of another size", [key(ID, "1", 31)], "23514"],
    ["a generation of nothing", [key(ID, "0", 32)], "23514"],
    ["an id that is no thumbprint", [key("'a'", "1", 32)], "23514"],
    ["one key twice", [key(ID, "1", 32), key(`'${"b".repeat(43)}'`, "2", 32)], "23505"],
    ["a key changed", [key(ID, "1", 32), "UPDATE signing_keys SET generation = 2"], "42501"],
    ["a key deleted", [key(ID, "1", 32), "DELETE FROM signing_keys"], "42501"],
  ])("%s", async (_, statements, state) => {
    expect(await stateOf(...statements)).toBe(state);
  });
});
