import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { accountWith, spend } from "@/lib/testing/accounts";
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
