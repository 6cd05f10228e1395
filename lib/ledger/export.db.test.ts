import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { readers } from "@/lib/db/client";
import { readInAccount } from "@/lib/db/transaction";
import { accountWith, spend } from "@/lib/testing/accounts";
import type { Context } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { parseCredits } from "@/lib/values/money";
import { exportTransactions } from "./export";
import { listTransactions } from "./list";
import { post } from "./post";
import type { TransactionFilter } from "./types";

it("exports exactly what the list shows, and nothing that a spreadsheet would run", async () => {
  const ctx = await accountWith("100");
  const texts = ["=1+1", "+cmd", "@SUM(A1)", "-2", "plain, with a comma", 'a "quote"', "it's", "two\nlines"];
  await post(
    texts.map((description) => ({
      ...spend(ctx, "0.000000001", newId(), null),
      entries: [
        {
          type: "spend" as const,
          amount: parseCredits("-0.000000001"),
          description,
          source: "api" as const,
          refType: "x",
          refId: "=y",
        },
      ],
    })),
  );
  for (const filter of [
    {},
    { types: ["spend"] },
    { text: "it's" },
    { min: parseCredits("1") },
    { to: "2020-01-01" },
  ] satisfies TransactionFilter[]) {
    const { rows } = await listTransactions(ctx, filter, { limit: 1_000 });
    const exported = parse(await new Response(exportTransactions(ctx, filter)).text(), {
      columns: true,
    }) as Record<string, string>[];
    expect(
      exported.map(({ id, created_at, type, amount, balance_after }) => ({
        id,
        created_at,
        type,
        amount,
        balance_after,
      })),
    ).toEqual(
      rows.map(({ id, created_at, type, amount, balance_after }) => ({
        id,
        created_at,
        type,
        amount,
        balance_after,
      })),
    );
    exported.forEach(({ description, ref_id }, index) => {
      expect(description).not.toMatch(/^[=+@-]/);
      expect(description?.replace(/^'/, "")).toBe(rows[index]?.description);
      expect(ref_id).not.toMatch(/^=/);
    });
  }
});

describe("an export of many slices", () => {
  const rows = 41_000;
  let ctx: Context;
  beforeAll(async () => {
    ctx = await accountWith("100");
    const one = () => spend(ctx, "0.000000001", newId(), null);
    for (let done = 0; done < rows; done += 1_000) await post(Array.from({ length: 1_000 }, one));
  }, 60_000);

  it("gives every row once, newest first, as of when it began", async () => {
    const reader = exportTransactions(ctx, {}).getReader();
    const first = await reader.read();
    // The first thing is the header; what it goes on with is found out with the first slice.
    let text = Buffer.from(first.value ?? []).toString();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += Buffer.from(part.value).toString();
      if (text.length < 1_000_000) await post([spend(ctx, "0.000000001", newId(), null)]);
    }
    const seqs = text
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => Number(/^txn_[0-9a-f]+c(\d+),/.exec(line)?.[1]));
    expect(seqs.length).toBeGreaterThan(rows);
    expect(seqs).toEqual(Array.from(seqs, (_, place) => seqs.length - place));
    const { rows: newest } = await listTransactions(ctx, {}, { limit: 1 });
    expect(Number(newest[0]?.id.split("c").at(-1))).toBeGreaterThan(seqs.length);
  });

  it("keeps no connection for who reads slowly, and none for who leaves", async () => {
    const slow = Array.from({ length: 12 }, () => exportTransactions(ctx, {}).getReader());
    await Promise.all(slow.flatMap((reader) => [reader.read(), reader.read()]));
    const [row] = await readInAccount(ctx.accountId, (sql) => sql.query<{ one: number }>("SELECT 1 AS one"));
    expect(row?.one).toBe(1);
    await Promise.all(slow.map((reader) => reader.cancel()));
    await vi.waitFor(() => expect(readers().idleCount).toBe(readers().totalCount), 10_000);
  });
});
