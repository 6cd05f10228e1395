const RANK = { pending: 0, requires_action: 0, succeeded: 1, failed: 2, canceled: 2 } as const;

export type RefundState = keyof typeof RANK;

/** Stripe's status of a refund. One that we do not know is not settled yet. */
export function refundStatus(status: string | null): RefundState {
  return status !== null && status in RANK ? (status as RefundState) : "pending";
}

/** True when the money stays after all, or comes back. */
export function returns(status: RefundState): boolean {
  return RANK[status] === 2;
}

/** True when a refund has gone on: news that was overtaken does not take it back. */
export function isFurther(known: RefundState, next: RefundState): boolean {
  return RANK[next] > RANK[known];
}
