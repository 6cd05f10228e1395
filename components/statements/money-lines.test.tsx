import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ReceiptDocument } from "@/lib/reports/statements/schema";
import { PaidLines } from "./money-lines";

type Payment = NonNullable<ReceiptDocument["payment"]>;
type Refund = Payment["refunds"][number];

const refund = (status: Refund["status"], change: Partial<Refund> = {}): Refund => ({
  ...{ id: "re_1", number: "CN-000001", transaction_id: "txn_2", returned_transaction_id: null },
  ...{ refunded_at: "2026-11-20T10:00:00.000Z", amount: "4.00", tax: null, net: "4.00", credits: "40" },
  ...{ status, reason: "", ...change },
});

function textOf(refunded: string, refunds: Refund[]): string {
  const payment: Payment = {
    ...{ id: "pi_1", kind: "topup", number: "R-000001", transaction_id: "txn_1", currency: "USD" },
    ...{ paid_at: "2026-11-19T10:00:00.000Z", charged: "10.00", tax: null, net: "10.00", credits: "100" },
    ...{ refunded, refunds },
  };
  return renderToStaticMarkup(<PaidLines payment={payment} />).replaceAll(/<[^>]+>/g, "|");
}

it("takes what was paid back off what was paid", () => {
  const text = textOf("4.00", [refund("succeeded")]);
  expect(text).toContain("−$4.00");
  expect(text).toContain("$6.00");
});

it.each([
  ["gave its credit back", { returned_transaction_id: "txn_3" }],
  ["never took any", { number: null, transaction_id: null, credits: "0" }],
])("says nothing of a refund that failed and %s: it was paid back by nobody", (_, change) => {
  const text = textOf("0.00", [refund("failed", change)]);
  expect(text).toContain("$10.00");
  expect(text).not.toContain("−$4.00");
  expect(text).not.toContain("Paid after refunds");
});
