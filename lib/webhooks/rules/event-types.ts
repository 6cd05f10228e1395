/** Every type of event that an endpoint may subscribe to, in the order in which people read them. */
export const EVENT_TYPES = [
  "balance.added",
  "balance.threshold_crossed",
  "balance.exhausted",
  "budget.threshold_crossed",
  "recharge.succeeded",
  "recharge.failed",
  "recharge.action_required",
  "authorization.created",
  "authorization.captured",
  "authorization.released",
  "authorization.expired",
  "instance.started",
  "instance.stopped",
  "instance.interrupted",
  "transaction.corrected",
  "anomaly.detected",
  "webhook.test",
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

export function isEventType(text: string): text is EventType {
  return EVENT_TYPES.some((type) => type === text);
}

/** When each of them is sent, for people who choose. */
export const EVENT_MEANINGS: Readonly<Record<EventType, string>> = {
  "balance.added": "Credit or tool runs were added",
  "balance.threshold_crossed": "The balance has crossed an alert’s threshold",
  "balance.exhausted": "Nothing is left",
  "budget.threshold_crossed": "A budget is spent to 80 or 100 %",
  "recharge.succeeded": "Auto-recharge has bought credit",
  "recharge.failed": "Auto-recharge was declined",
  "recharge.action_required": "The bank wants a person to confirm an auto-recharge",
  "authorization.created": "Credit is held for work",
  "authorization.captured": "Held work was charged",
  "authorization.released": "A hold was given back",
  "authorization.expired": "A hold has ended by its time",
  "instance.started": "An instance runs",
  "instance.stopped": "An instance was stopped",
  "instance.interrupted": "An instance ended by itself, such as for want of credit",
  "transaction.corrected": "An operator has corrected the balance",
  "anomaly.detected": "A day’s spending is far outside the usual",
  "webhook.test": "Somebody has asked for a test",
};
