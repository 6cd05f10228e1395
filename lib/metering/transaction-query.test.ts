import { expect, it } from "vitest";
import { InstanceQuery } from "@/lib/deployments/schema";
import { EventsQuery } from "./schema-events";
import { TransactionQuery } from "./schema-ledger";
import { DataQueryPage } from "./schema-queries";
import { transactionsAsked } from "./transaction-query";

it("refuses days and amounts that end before they begin, of which an empty list would say nothing", () => {
  expect(() => transactionsAsked({ from: "2026-11-22", to: "2026-11-01" })).toThrow("from: is after to");
  expect(() => transactionsAsked({ min: "2", max: "1" })).toThrow("min: is more than max");
  expect(
    transactionsAsked({ from: "2026-11-01", to: "2026-11-01", min: "1", max: "1" }).filter,
  ).toMatchObject({
    from: "2026-11-01",
    to: "2026-11-01",
  });
});

it.each([TransactionQuery, EventsQuery, DataQueryPage, InstanceQuery])(
  "takes 1 to 1000 rows of a page at its word, and nothing else",
  (query) => {
    for (const limit of [1, 50, 1000]) expect(query.parse({ limit: String(limit) })).toEqual({ limit });
    for (const limit of ["0", "-1", "1001", "5000", "abc", "1e2", "999999999999999"])
      expect(query.safeParse({ limit }).error?.issues[0]?.message).toBe("is a number from 1 to 1000");
  },
);

it("takes types of rows with commas between them, by names that there are", () => {
  expect(TransactionQuery.parse({ type: "spend,topup" })).toEqual({ type: ["spend", "topup"] });
  for (const type of ["", "spend,", "zap", "spend,zap"])
    expect(TransactionQuery.safeParse({ type }).error?.issues).toMatchObject([{ path: ["type"] }]);
});
