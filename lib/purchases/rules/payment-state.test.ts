import { expect, it } from "vitest";
import { stateOfPaid, stateOfUnpaid } from "./payment-state";

const paid = { chargedCents: 1_000n, refundedCents: 0n, disputedCents: 0n, refunds: [], disputes: [] };

it.each([
  [{}, "paid"],
  [{ refundedCents: 400n, refunds: [{ status: "succeeded" }] }, "part_refunded"],
  [{ refundedCents: 1_000n, refunds: [{ status: "succeeded" }] }, "refunded"],
  [{ refundedCents: 400n, refunds: [{ status: "pending" }] }, "refund_pending"],
  [{ refunds: [{ status: "failed" }] }, "paid"],
  [{ disputedCents: 1_000n, disputes: [{ status: "needs_response" }] }, "disputed"],
  [{ disputes: [{ status: "under_review" }], refundedCents: 400n }, "disputed"],
  [{ disputedCents: 1_000n, disputes: [{ status: "lost" }] }, "dispute_lost"],
  [{ disputes: [{ status: "won" }] }, "paid"],
])("a payment with %o is %s", (change, state) => {
  expect(stateOfPaid({ ...paid, ...change })).toBe(state);
});

it.each([
  ["open", "open"],
  ["started", "open"],
  ["declined", "declined"],
  ["expired", "expired"],
])("what was begun and is %s brought nothing: %s", (status, state) => {
  expect(stateOfUnpaid(status)).toBe(state);
});
