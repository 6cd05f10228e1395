/** All payments; those of which something went back, or may; what was begun and brought nothing. */
export const PAYMENT_VIEWS = ["all", "given_back", "not_paid"] as const;
export type PaymentsView = (typeof PAYMENT_VIEWS)[number];
