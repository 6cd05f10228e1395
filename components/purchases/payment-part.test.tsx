import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { PaymentView } from "@/lib/purchases/read-payment";
import { textOf } from "@/lib/testing/text-of";
import { PaymentPart } from "./payment-part";

const PAYMENT: PaymentView = {
  ...{ id: "pi_1ABC", kind: "topup", state: "paid", currency: "usd", credits: "250", charge_id: "ch_1" },
  ...{ charged_cents: 3_000, net_cents: 2_500, tax_cents: 500, refunded_cents: 0, disputed_cents: 0 },
  ...{ paid_at: "2026-11-20T10:00:00.000Z", transaction_id: "txn_1", stripe_url: null },
  ...{ receipt_url: "https://pay.example/receipt", invoice_url: "https://pay.example/invoice" },
  ...{ refunds: [], disputes: [] },
};

const html = (payment: Partial<PaymentView> = {}) =>
  renderToStaticMarkup(<PaymentPart payment={{ ...PAYMENT, ...payment }} />);

it("says what was charged, the tax in it and the credit bought, and leads to Stripe's receipt and invoice", () => {
  expect(textOf(html())).toMatch(
    /Kind Purchase Charged \$30\.00 Of that, tax \$5\.00 Credit bought 250 ECU Paid 20 Nov 2026, 10:00 UTC Payment .*pi_1ABC/,
  );
  expect(html()).toMatch(/<a href="https:\/\/pay\.example\/receipt"[^>]*>Receipt<\/a>/);
  expect(html()).toMatch(/<a href="https:\/\/pay\.example\/invoice"[^>]*>Invoice<\/a>/);
});

it("offers no paper that there is not, and names each refund and dispute with the credit that went with it", () => {
  expect(html({ receipt_url: null, invoice_url: null })).not.toContain("<a ");
  const back = { amount_cents: 1_000, credits: "83.3333" };
  const words = textOf(
    html({
      refunds: [{ ...back, id: "re_1", status: "succeeded", refunded_at: "2026-11-21T10:00:00.000Z" }],
      disputes: [
        ...[
          {
            ...back,
            id: "dp_1",
            status: "needs_response",
            reason: "fraudulent",
            opened_at: "2026-11-21T11:00:00.000Z",
            is_back: false,
          },
        ],
      ],
    }),
  );
  expect(words).toMatch(/Refund.1,.\$10\.00 .*83\.3333 ECU succeeded .*re_1/);
  expect(words).toMatch(/Dispute.1,.\$10\.00 .*83\.3333 ECU fraudulent, needs response .*dp_1/);
});
