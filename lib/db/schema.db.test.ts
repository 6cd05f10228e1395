import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";

/** A database as far as Prisma can say it: tables with columns and keys, enums with labels. */
interface Shape {
  columns: Record<string, Record<string, string>>;
  keys: Record<string, string[]>;
  enums: Record<string, string[]>;
}

let owner: pg.Client;
beforeAll(async () => {
  owner = new pg.Client(process.env.TEST_OWNER_URL);
  await owner.connect();
});
afterAll(() => owner.end());

it("knows every table, column, type, key and enum that the migrations made, and no others", async () => {
  const written = shapeOfSchema(readFileSync("prisma/schema.prisma", "utf8"));
  const migrated = await shapeOfDatabase();
  expect(Object.keys(migrated.columns).length).toBeGreaterThan(20);
  expect(written).toEqual(migrated);
});

it("would notice another type, a column more, and a key less", async () => {
  const text = readFileSync("prisma/schema.prisma", "utf8");
  const migrated = await shapeOfDatabase();
  const changes = [
    (schema: string) => schema.replace(/^( +balance +)BigInt /m, "$1Int "),
    (schema: string) => schema.replace(/^model Wallet \{/m, "model Wallet {\n  colour String"),
    (schema: string) => schema.replace(/^ +@@unique\(\[accountId, idempotencyKey\]\)\n/m, ""),
    (schema: string) => schema.replace(/^( +passwordHash +)String\?/m, "$1String"),
  ];
  for (const change of changes) {
    expect(change(text)).not.toBe(text);
    expect(shapeOfSchema(change(text))).not.toEqual(migrated);
  }
});

/** What belongs to the installation, to a person, or to whoever has the right key, and is found before anybody knows the account. */
const GLOBAL = new Set([
  "api_keys",
  "emails",
  "heartbeats",
  "identities",
  "journal_accounts",
  "model_prices",
  "operator_audit",
  "operator_limits",
  "operator_views",
  "password_resets",
  "price_lists",
  "provider_bill_lines",
  "provider_bills",
  "rate_card_drafts",
  "rate_card_entries",
  "rate_card_tiers",
  "rate_cards",
  "rate_limits",
  "re_rates",
  "receipt_counters",
  "reconciliations",
  "sessions",
  "signing_keys",
  "stripe_events",
  "torture_runs",
  "users",
  "verifications",
]);

it("begins every key of a tenant's table with the account, and lets nobody see the rows of another", async () => {
  const { columns, keys } = await shapeOfDatabase();
  const { rows } = await owner.query<{ table: string }>(
    `SELECT relname AS table FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity`,
  );
  const tenants = Object.keys(columns).filter((table) => !GLOBAL.has(table));
  expect(rows.map(({ table }) => table).toSorted()).toEqual(tenants.toSorted());
  const leads = (table: string) => (table === "accounts" ? "id" : "account_id");
  const others = tenants.flatMap((table) =>
    (keys[table] ?? ["none"])
      .filter((key) => !new RegExp(`^(primary|unique) ${leads(table)}(,|$)`).test(key))
      .map((key) => `${table}: ${key}`),
  );
  expect(others).toEqual([]);
});

async function shapeOfDatabase(): Promise<Shape> {
  const columns = await owner.query<{ table: string; column: string; type: string }>(`
    SELECT c.relname AS table, a.attname AS column,
      format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull OR a.attndims > 0 THEN '' ELSE '?' END AS type
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> '_prisma_migrations'`);
  const keys = await owner.query<{ table: string; key: string }>(`
    SELECT c.relname AS table,
      CASE WHEN i.indisprimary THEN 'primary ' ELSE 'unique ' END
        || (SELECT string_agg(a.attname, ', ' ORDER BY k.no) FROM unnest(i.indkey) WITH ORDINALITY k (att, no)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.att) AS key
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
    WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique AND i.indpred IS NULL AND c.relname <> '_prisma_migrations'`);
  const enums = await owner.query<{ name: string; label: string }>(`
    SELECT t.typname AS name, e.enumlabel AS label FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid ORDER BY t.typname, e.enumsortorder`);
  const shape: Shape = { columns: {}, keys: {}, enums: {} };
  for (const { table, column, type } of columns.rows) (shape.columns[table] ??= {})[column] = type;
  for (const { table, key } of keys.rows) (shape.keys[table] ??= []).push(key);
  for (const { name, label } of enums.rows) (shape.enums[name] ??= []).push(label);
  return sorted(shape);
}

const SCALARS: Record<string, string> = {
  String: "text",
  BigInt: "bigint",
  Int: "integer",
  Boolean: "boolean",
  Json: "jsonb",
  Bytes: "bytea",
};
const NATIVE: Record<string, string> = {
  "@db.Uuid": "uuid",
  "@db.Date": "date",
  "@db.SmallInt": "smallint",
  "@db.Timestamptz(3)": "timestamp(3) with time zone",
  "@db.Decimal(30, 0)": "numeric(30,0)",
  "@db.VarChar(255)": "character varying(255)",
};

/** Reads as much of Prisma's language as the schema uses. */
function shapeOfSchema(text: string): Shape {
  const blocks = [...text.matchAll(/^(model|enum) (\w+) \{\n([\s\S]*?)\n\}/gm)].map(
    ([, kind, name = "", body = ""]) => ({ kind, name, body }),
  );
  const mapped = new Map(blocks.map(({ name, body }) => [name, /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name]));
  const shape: Shape = { columns: {}, keys: {}, enums: {} };
  for (const { kind, name, body } of blocks) {
    const table = mapped.get(name) ?? name;
    const lines = body.split("\n").map((line) => line.trim());
    const plain = lines.filter((line) => /^\w/.test(line));
    if (kind === "enum") {
      shape.enums[table] = plain;
      continue;
    }
    const names = new Map<string, string>();
    for (const line of plain) {
      const [, field = "", type = "", mark = "", rest = ""] =
        /^(\w+)\s+(\w+)(\[\]|\?)?(.*)$/.exec(line) ?? [];
      const base =
        NATIVE[/@db\.\w+(\([\d, ]+\))?/.exec(rest)?.[0] ?? ""] ??
        SCALARS[type] ??
        (enumNames(blocks).has(type) ? mapped.get(type) : undefined);
      if (!base) continue;
      const column = /@map\("(\w+)"\)/.exec(rest)?.[1] ?? field;
      names.set(field, column);
      (shape.columns[table] ??= {})[column] = `${base}${mark}`;
      if (/@id\b/.test(rest)) (shape.keys[table] ??= []).push(`primary ${column}`);
      if (/@unique\b/.test(rest)) (shape.keys[table] ??= []).push(`unique ${column}`);
    }
    for (const line of lines) {
      const [, key, fields = ""] = /^@@(id|unique)\(\[([^\]]*)\]/.exec(line) ?? [];
      if (key)
        (shape.keys[table] ??= []).push(
          `${key === "id" ? "primary" : "unique"} ${fields
            .split(/, */)
            .map((field) => names.get(field))
            .join(", ")}`,
        );
    }
  }
  return sorted(shape);
}

function enumNames(blocks: readonly { kind: string | undefined; name: string }[]): Set<string> {
  return new Set(blocks.filter(({ kind }) => kind === "enum").map(({ name }) => name));
}

function sorted(shape: Shape): Shape {
  for (const keys of Object.values(shape.keys)) keys.sort();
  return shape;
}
