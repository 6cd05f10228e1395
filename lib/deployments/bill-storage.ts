import { hash } from "node:crypto";
import { inAccount, type Tx } from "@/lib/db/transaction";
import type { Resource } from "@/lib/db/generated/client";
import { postedOf, postWithin } from "@/lib/ledger/post";
import type { Posting } from "@/lib/ledger/types";
import { callOf, type ReportedEvent } from "@/lib/metering/price-input";
import { pricedEvent } from "@/lib/metering/priced-event";
import { tariffsOf } from "@/lib/metering/rate-cards";
import { formatQuantity, type Micro } from "@/lib/metering/rules/quantity";
import { priceEvent } from "@/lib/metering/rules/price-event";
import { systemContext } from "@/lib/values/context";
import { negate } from "@/lib/values/money";
import { addDays, DAY_MS, startOfDay, utcDay, type UtcDay } from "@/lib/values/time";
import { gbDaysOf } from "./rules/gb-days";
import { later } from "./rules/settle";
import { lockResource, TAKES_ROOM } from "./set-status";

/**
 * Bills the next UTC day of a volume, once it is over: its GB by the time that it had them, as one row and one usage event, at most once. What the
 * rate card does not price is not billed. Returns whether there was something to do.
 */
export async function billStorage(accountId: string, id: string, now: Date): Promise<boolean> {
  return inAccount(accountId, async (tx) => {
    const volume = await lockResource(tx, accountId, "volume", id);
    if (volume.storageDue === null) return false;
    const day = utcDay(volume.storageDue);
    const end = startOfDay(addDays(day, 1));
    if (end > now) return false;
    const history = await tx.resourceStatusChange.findMany({
      where: { accountId, kind: "volume", id, at: { lt: end } },
      orderBy: { no: "asc" },
    });
    const changes = history.map(({ at, status, sizeGb }) => ({
      at,
      sizeGb: (TAKES_ROOM.has(status) ? sizeGb : 0n) as Micro,
    }));
    const posting = await postingOf(volume, day, gbDaysOf(changes, day));
    if (posting) postedOf((await postWithin(tx, [posting]))[0]);
    await tx.resource.update({
      where: { accountId_kind_id: { accountId, kind: "volume", id } },
      data: { storageDue: await nextDue(tx, volume, end) },
    });
    return true;
  });
}

async function postingOf(volume: Resource, day: UtcDay, gbDays: Micro): Promise<Posting | null> {
  if (gbDays === 0n) return null;
  const { accountId } = volume;
  const event = eventOf(volume, day, gbDays);
  const tariff = (await tariffsOf(accountId, [event.occurredAt]))(event.occurredAt);
  const priced = priceEvent(tariff, callOf(event, null));
  if ("code" in priced) return null;
  const { charge, unit } = priced.charge;
  const ctx = systemContext(accountId, "storage");
  const size = formatQuantity(gbDays);
  return {
    accountId,
    unit,
    idempotencyKey: `event:${event.id}`,
    entries:
      charge > 0n
        ? [
            {
              type: "storage_billing",
              amount: negate(charge),
              description:
                `Storage of ${volume.name}: ${size} GB-day${size === "1" ? "" : "s"} on ${day}`.slice(0, 500),
              source: "worker",
              refType: "usage_event",
              refId: event.id,
            },
          ]
        : [],
    floor: null,
    at: startOfDay(addDays(day, 1)),
    event: pricedEvent(ctx, event, priced, hash("sha256", JSON.stringify([event.id, size]), "buffer")),
  };
}

// The id has a space, which no caller's id may have: nobody can take it before us.
function eventOf(volume: Resource, day: UtcDay, gbDays: Micro): ReportedEvent {
  const { id, hardware, owner, team, project } = volume;
  return {
    id: `volume ${id} ${day}`,
    occurredAt: later(startOfDay(day), DAY_MS - 1),
    feature: "storage",
    operation: "",
    provider: "",
    model: "",
    hardware,
    member: owner,
    team,
    project,
    mandate: "",
    inputTokens: 0n,
    outputTokens: 0n,
    cachedInputTokens: 0n,
    cacheWriteTokens: 0n,
    reasoningTokens: 0n,
    quantities: { gb_day: formatQuantity(gbDays) },
    resource: `volume/${id}`,
    byok: false,
  };
}

/** The next day to bill, or none: a volume that took no room when the day ended, and of which nothing newer is known, is done with. */
async function nextDue(tx: Tx, { accountId, id, changes }: Resource, end: Date): Promise<Date | null> {
  const last = await tx.resourceStatusChange.findUnique({
    where: { accountId_kind_id_no: { accountId, kind: "volume", id, no: changes } },
  });
  return last && last.at < end && !TAKES_ROOM.has(last.status) ? null : end;
}
