import { type EventType, isEventType } from "./rules/event-types";

/** An endpoint of the customer's as it is shown. Its secret is not to be had again. */
export interface WebhookEndpoint {
  id: string;
  url: string;
  description: string;
  /** None for everything. */
  types: EventType[];
  isEnabled: boolean;
  /** Until when the secret before the present one goes on signing. */
  oldSecretUntil: Date | null;
  /** Since when nothing has arrived. */
  failingSince: Date | null;
  /** Why it was switched off by itself: days of failures, or an answer of 410 Gone. */
  endedBecause: "failures" | "gone" | null;
  createdAt: Date;
  createdBy: string;
}

/** An endpoint with its signing secret, which is shown this once. */
export interface WithSecret extends WebhookEndpoint {
  secret: string;
}

/** What is read of a row to show it. */
export const SHOWN = {
  id: true,
  url: true,
  description: true,
  types: true,
  isEnabled: true,
  oldSecretUntil: true,
  failingSince: true,
  endedBecause: true,
  createdAt: true,
  createdBy: true,
} as const;

type Row = Omit<WebhookEndpoint, "types" | "endedBecause"> & { types: string[]; endedBecause: string | null };

/** A row as it is shown. What it subscribes to and is no longer told is left out. */
export function endpointOf(row: Row, now = new Date()): WebhookEndpoint {
  const { types, oldSecretUntil, endedBecause } = row;
  return {
    ...row,
    types: types.filter(isEventType),
    oldSecretUntil: oldSecretUntil && oldSecretUntil > now ? oldSecretUntil : null,
    endedBecause: endedBecause === "failures" || endedBecause === "gone" ? endedBecause : null,
  };
}
