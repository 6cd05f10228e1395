import { inAccount } from "@/lib/db/transaction";
import { type Context, PERMISSIONS } from "@/lib/values/context";
import { createEndpoint } from "@/lib/webhooks/create-endpoint";
import { EVENT_DATA } from "@/lib/webhooks/events";
import { type EventType, isEventType } from "@/lib/webhooks/rules/event-types";

/** From now on a system of the account listens to events of these types. */
export async function listen(ctx: Context, types: EventType[]): Promise<void> {
  const owner = { ...ctx, permissions: new Set(PERMISSIONS) };
  await createEndpoint(owner, { url: "https://example.com/hooks", description: "", types });
}

/** What the account's system was told, in its order: each once, and as it is described to customers. */
export async function announcedTo({ accountId }: Context): Promise<{ type: string; data: unknown }[]> {
  const { events, deliveries } = await inAccount(accountId, async (tx) => ({
    events: await tx.webhookEvent.findMany({ where: { accountId }, orderBy: { id: "asc" } }),
    deliveries: await tx.webhookDelivery.count({ where: { accountId } }),
  }));
  if (deliveries !== events.length)
    throw new Error(`${events.length} events are in ${deliveries} deliveries`);
  return events.map(({ type, data }) => {
    if (!isEventType(type)) throw new Error(`${type} is no type of event`);
    return { type, data: EVENT_DATA[type].strict().parse(data) };
  });
}
