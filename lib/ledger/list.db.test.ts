import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectionConfig } from "@/lib/db/pool";
import { accountWith, grant, spend, testAccount } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { newId, transactionId } from "@/lib/values/ids";
import { parseCredits } from "@/lib/values/money";
import { addDays, utcDay } from "@/lib/values/time";
import { explainTransaction } from "./explain";
import { listTransactions } from "./list";
import { post } from "./post";
import type { TransactionFilter } from "./types";
import { verifyLedger } from "./verify";
import { readWallets } from "./wallets";

let ctx: Context;

beforeAll(async () => {
  ctx = await accountWith("1000");
  await post(Array.from({ length: 120 }, (_, index) => spend(ctx, String(index + 1), `job ${index}`, null)));
  await grant(ctx, "7");
});

async function all(filter: TransactionFilter, limit: number) {
  const rows = [];
  let before: string | undefined;
  do {
    const page = await listTransactions(ctx, filter, { before, limit });
    rows.push(...page.rows);
    before = page.next ?? undefined;
  } while (before);
  return rows;
}

describe("the list of transactions", () => {
  it("goes through every row once, newest first, whatever the size of a page", async () => {
    for (const limit of [1, 7, 50, 1_000]) {
      const rows = await all({}, limit);
      expect(rows).toHaveLength(122);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(122);
      expect(rows[0]).toMatchObject({ type: "bonus", amount: "7" });
      expect(rows.at(-1)).toMatchObject({ type: "bonus", amount: "1000", balance_after: "1000" });
    }
  });

  it("adds up: each balance is the one below plus the amount", async () => {
    const rows = await all({}, 50);
    rows.slice(0, -1).forEach((row, index) => {
      expect(parseCredits(row.balance_after)).toBe(
        parseCredits(rows[index + 1]!.balance_after) + parseCredits(row.amount),
      );
    });
  });

  it.each<[string, TransactionFilter, number]>([
    ["type", { types: ["bonus"] }, 2],
    ["two types", { types: ["bonus", "spend"] }, 122],
    ["least amount", { min: parseCredits("100") }, 22],
    ["amount range", { min: parseCredits("5"), max: parseCredits("9") }, 6],
    ["text", { text: "JOB 11" }, 11],
    ["text that looks like a pattern", { text: "%" }, 0],
    ["day", { from: utcDay(new Date()), to: utcDay(new Date()) }, 122],
    ["day before", { to: addDays(utcDay(new Date()), -2) }, 0],
    ["other wallet", { unit: "tool_run" }, 0],
  ])("filters by %s, over all pages", async (_, filter, count) => {
    expect(await all(filter, 4)).toHaveLength(count);
  });

  it.each(["x", "txn_", transactionId({ accountId: newId(), unit: "credit", seq: 3n })])(
    "refuses the cursor %s",
    async (before) => {
      await expect(listTransactions(ctx, {}, { before })).rejects.toMatchObject({
        code: "invalid_request",
        faults: [{ field: "before" }],
      });
    },
  );

  it("refuses the cursor of a row that is not there yet, and takes one that a filter leaves out", async () => {
    const cursor = (seq: bigint) => transactionId({ accountId: ctx.accountId, unit: "credit", seq });
    const none = { to: addDays(utcDay(new Date()), -2) };
    for (const filter of [{}, { types: ["bonus" as const] }, none]) {
      await expect(listTransactions(ctx, filter, { before: cursor(124n) })).rejects.toMatchObject({
        faults: [{ field: "before" }],
      });
      await listTransactions(ctx, filter, { before: cursor(122n) });
    }
    expect((await listTransactions(ctx, none, { before: cursor(122n) })).rows).toEqual([]);
  });

  it("shows another account nothing", async () => {
    expect((await listTransactions(await testAccount(), {})).rows).toEqual([]);
  });
});

describe("the explanation of a row", () => {
  it("says what it burned, and where it stands in the chain", async () => {
    const [newest, spent] = (await listTransactions(ctx, {}, { limit: 2 })).rows;
    const explained = await explainTransaction(ctx, spent!.id);
    expect(explained).toMatchObject({
      grants: [],
      chain: { position: "121" },
      timeline: [{ id: spent!.id }],
    });
    expect(parseCredits(explained.balance_before)).toBe(
      parseCredits(spent!.balance_after) - parseCredits(spent!.amount),
    );
    const next = await explainTransaction(ctx, newest!.id);
    expect(next.chain.previous_hash).toBe(explained.chain.hash);
  });

  it("is not given to another account, nor for made-up ids", async () => {
    const [row] = (await listTransactions(ctx, {}, { limit: 1 })).rows;
    await expect(explainTransaction(await testAccount(), row!.id)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      explainTransaction(ctx, transactionId({ ...ctx, unit: "credit", seq: 9_999n })),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

it("refers percentages to the balance after credit was last added, not after refunds", async () => {
  const account = await accountWith("100");
  await post([spend(account, "30")]);
  const entries = [
    {
      type: "refund" as const,
      amount: parseCredits("10"),
      description: "given back",
      source: "api" as const,
    },
  ];
  await post([
    { accountId: account.accountId, unit: "credit", idempotencyKey: newId(), entries, floor: null },
  ]);
  expect((await readWallets(account)).credit).toMatchObject({
    allocation: parseCredits("100"),
    used: parseCredits("20"),
  });
  await grant(account, "50");
  expect((await readWallets(account)).credit).toMatchObject({ allocation: parseCredits("130"), used: 0n });
});

describe("verify-ledger", () => {
  let superuser: pg.Client;
  beforeAll(async () => {
    superuser = new pg.Client(connectionConfig(process.env.TEST_OWNER_URL ?? ""));
    await superuser.connect();
  });
  afterAll(() => superuser.end());

  it("finds nothing in sound books, whatever the descriptions hold", async () => {
    const account = await accountWith("100");
    const texts = [
      'quotes " and \\ and /',
      "tab\tnewline\nreturn\r",
      "ünïcödé 🧮 \u2028 \u202e rtl",
      "\u0001\u001f\u007f control",
      "<script>",
    ];
    await post(
      texts.map((description) => ({
        ...spend(account, "1"),
        entries: [
          { type: "spend" as const, amount: parseCredits("-1"), description, source: "api" as const },
        ],
      })),
    );
    expect(await verifyLedger(superuser, { accountId: account.accountId })).toEqual({
      rows: 6,
      wallets: 2,
      faults: [],
    });
  });

  it.each([
    [
      "changes a description",
      "UPDATE transactions SET description = 'x' WHERE account_id = $1 AND seq = 3",
      "changed",
    ],
    [
      "gives a row another reference",
      "UPDATE transactions SET ref_type = 'a', ref_id = 'b' WHERE account_id = $1 AND seq = 2",
      "changed",
    ],
    ["deletes the last row", "DELETE FROM transactions WHERE account_id = $1 AND seq = 6", "counts 6 rows"],
    ["deletes all rows", "DELETE FROM transactions WHERE account_id = $1", "counts 6 rows, the ledger has 0"],
    [
      "deletes a row in between",
      "DELETE FROM transactions WHERE account_id = $1 AND seq = 4",
      "the row is missing: the chain goes on at 5",
    ],
  ])("names the row when a superuser %s", async (_, tampering, problem) => {
    const account = await accountWith("100");
    await post(Array.from({ length: 5 }, () => spend(account, "1")));
    await superuser.query("BEGIN; SET LOCAL session_replication_role = replica");
    await superuser.query(tampering, [account.accountId]);
    const { faults } = await verifyInside(superuser, account.accountId);
    await superuser.query("ROLLBACK");
    expect(faults.some((fault) => fault.problem.includes(problem))).toBe(true);
  });
});

/** The verification inside the open transaction, so that the tampering need not be committed. */
function verifyInside(client: pg.Client, accountId: string) {
  const inside = Object.create(client) as pg.Client;
  inside.query = ((text: string | pg.QueryConfig, values?: unknown[]) =>
    typeof text === "string" && /^(BEGIN|COMMIT)/.test(text)
      ? Promise.resolve({ rows: [] })
      : client.query(text as string, values)) as typeof client.query;
  return verifyLedger(inside, { accountId });
}
