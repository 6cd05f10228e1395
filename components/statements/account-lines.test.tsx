import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { StatementDocument } from "@/lib/reports/statements/schema";
import { AccountLines } from "./account-lines";

type Kind = StatementDocument["by_kind"][number];

function linesOf(kinds: Kind[]): string {
  const document = {
    ...{ opening: "100", added: "5", used: "30", closing: "75", unit: "credit", by_kind: kinds },
    period: { from: "2026-11-01", to: "2026-11-30", is_over: true },
  } as StatementDocument;
  return renderToStaticMarkup(<AccountLines document={document} />);
}

/** The names, counts and amounts of the lines, in their order. */
const textsOf = (html: string) =>
  [...html.matchAll(/<th scope="row"[^>]*>(.*?)<\/th><td[^>]*>(.*?)<\/td><td[^>]*>(.*?)<\/td>/g)].map(
    ([, name, rows, amount]) => [name, rows, amount].join("|"),
  );

const went = (kind: Kind["kind"], rows: string, used: string): Kind => ({
  ...{ kind, added_rows: "0", added: "0" },
  ...{ used_rows: rows, used },
});
const GIVEN_BACK: Kind = {
  ...{ kind: "charge_refund", added_rows: "1", added: "5", used_rows: "0", used: "0" },
};

it("calls used what was charged for use", () => {
  const lines = linesOf([
    went("spend", "2", "20"),
    went("gpu_usage", "1", "7"),
    went("storage_billing", "1", "3"),
  ]);
  expect(lines).toContain(">Used<");
  expect(lines).toContain(">Added<");
});

it("calls neither used nor added what was charged and given back", () => {
  const lines = linesOf([GIVEN_BACK, went("gpu_usage", "1", "30")]);
  expect(lines).toContain(">Added and given back<");
  expect(lines).toContain(">Charged<");
  expect(lines).not.toContain(">Used<");
});

it.each(["payment_refund", "dispute", "expiry", "admin_correction"] as const)(
  "does not call used what went by %s",
  (kind) => {
    const lines = linesOf([went("spend", "2", "20"), went(kind, "1", "10")]);
    expect(lines).toContain(">Used and withdrawn<");
    expect(lines).not.toContain(">Used<");
  },
);

it("tells charges that were given back from money that was paid back, and counts the rows of each", () => {
  const failed: Kind = {
    ...{ kind: "payment_refund", added_rows: "1", added: "2", used_rows: "3", used: "10" },
  };
  const lines = textsOf(linesOf([GIVEN_BACK, failed, went("spend", "1204", "20")]));
  expect(lines).toEqual([
    "Opening balance, 1 Nov 2026||100",
    "Charges given back|1|+5",
    "Refunds that failed|1|+2",
    "Added and given back||+5",
    "Refunds of payments|3|−10",
    "Spend|1,204|−20",
    "Charged and withdrawn||−30",
    "Closing balance, 30 Nov 2026||75",
  ]);
});
