import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { StatementDocument } from "@/lib/reports/statements/schema";
import { AccountLines } from "./account-lines";

type Type = StatementDocument["by_type"][number];

function linesOf(types: Type[]): string {
  const document = {
    ...{ opening: "100", added: "5", used: "30", closing: "75", unit: "credit", by_type: types },
    period: { from: "2026-11-01", to: "2026-11-30", is_over: true },
  } as StatementDocument;
  return renderToStaticMarkup(<AccountLines document={document} />);
}

const GIVEN_BACK: Type = { type: "refund", rows: "1", added: "5", used: "0" };

it("calls used what was charged for use, also where charges were given back", () => {
  const lines = linesOf([
    GIVEN_BACK,
    { type: "spend", rows: "2", added: "0", used: "20" },
    { type: "gpu_usage", rows: "1", added: "0", used: "7" },
    { type: "storage_billing", rows: "1", added: "0", used: "3" },
  ]);
  expect(lines).toContain(">Used<");
});

it.each(["refund", "dispute", "expiry", "admin_correction"] as const)(
  "does not call used what went by %s",
  (type) => {
    const lines = linesOf([
      { type: "spend", rows: "2", added: "0", used: "20" },
      { type, rows: "1", added: "0", used: "10" },
    ]);
    expect(lines).toContain(">Used and withdrawn<");
    expect(lines).not.toContain(">Used<");
  },
);
