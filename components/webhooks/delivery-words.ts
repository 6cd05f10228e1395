import type { Tone } from "@/components/ui/badge";
import type { DeliveryStatus } from "@/lib/webhooks/delivery";

/** A delivery as the pages show it: times as text. */
export interface DeliveryRow {
  id: string;
  accountId: string;
  accountName: string;
  endpointId: string;
  url: string;
  messageId: string;
  type: string;
  status: DeliveryStatus;
  attempts: number;
  occurredAt: string;
  nextAt: string | null;
  endedAt: string | null;
  lastStatus: number | null;
  lastError: string | null;
}

/** How a delivery stands, in a word: one that has failed before it is tried again is not the same as one that is new. */
export function statusInWords({ status, attempts }: Pick<DeliveryRow, "status" | "attempts">): {
  word: string;
  tone: Tone;
} {
  if (status === "delivered") return { word: "delivered", tone: "good" };
  if (status === "failed") return { word: "given up", tone: "bad" };
  return attempts === 0 ? { word: "on its way", tone: "accent" } : { word: "trying again", tone: "warn" };
}

/** What came of the last attempt, in a few words. */
export function resultInWords({
  lastStatus,
  lastError,
  attempts,
}: Pick<DeliveryRow, "lastStatus" | "lastError" | "attempts">): string {
  if (attempts === 0) return "—";
  return lastStatus === null ? (lastError ?? "no answer") : `HTTP ${lastStatus}`;
}
