/** What became of a request, as people and programs see it: time decides, too. */
export const APPROVAL_STATUSES = ["pending", "approved", "declined", "expired", "revoked", "ended"] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

/** `expired`: nobody decided in time. `ended`: a mandate's time is over. */
export function statusOf(
  approval: {
    status: "pending" | "approved" | "declined" | "revoked";
    decideBy: Date;
    validUntil: Date | null;
  },
  now: Date,
): ApprovalStatus {
  const { status, decideBy, validUntil } = approval;
  if (status === "pending" && now >= decideBy) return "expired";
  if (status === "approved" && validUntil !== null && now >= validUntil) return "ended";
  return status;
}
