import type { MandateAnswer } from "@/lib/approvals/schema";

type Status = MandateAnswer["status"];

/** Pending ones can be decided, live ones are spent under, ended ones are history. */
export function stageOf(status: Status): "pending" | "live" | "ended" {
  return status === "pending" ? "pending" : status === "approved" ? "live" : "ended";
}

/** How a mandate that is over came to its end. */
export function endInWords(status: Status): string {
  if (status === "declined") return "declined";
  if (status === "revoked") return "revoked";
  return status === "expired" ? "nobody decided in time" : "its time is over";
}
