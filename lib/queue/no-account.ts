/** Stands in the outbox for no account: rows of the outbox always name one. */
export const NO_ACCOUNT = "00000000-0000-0000-0000-000000000000";
