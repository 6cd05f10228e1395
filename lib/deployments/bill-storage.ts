import { hash } from "node:crypto";
import { inAccount, sqlOf, type Tx } from "@/lib/db/transaction";
import type { Resource } from "@/lib/db/generated/client";
import { postedOf, postWithin } from "@/lib/ledger/post";
import type { Posting } from "@/lib/ledger/types";
import { callOf, type ReportedEvent } from "@/lib/metering/price-input";
import { pricedEvent } from "@/lib/metering/priced-event";
import { formatQuantity, type Micro } from "@/lib/metering/rules/quantity";
import { priceEvent, type PricedEvent, type Tariff } from "@/lib/metering/rules/price-event";
import { Volumes } from "@/lib/metering/volumes";
import { systemContext } from "@/lib/values/context";
import { displayDay } from "@/lib/values/display/time";
import { negate } from "@/lib/values/money";
import { addDays, DAY_MS, startOfDay, utcDay, type UtcDay } from "@/lib/values/time";
import { gbDaysOf } from "./rules/gb-days";
import { later } from "./rules/settle";
import { lockResource, TAKES_ROOM } from "./set-status";
import { tariffOf } from "./terms-of";

/**
 * Bills the next UTC day of a volume, once it is over: its GB by the time that it had them, as one row and one usage event, at most once. What the
 * rate card does not price is not billed. Only the day that ends at `end`, so that whoever waited here looks again what is due first.
 * @returns whether there was something to do
 */
export async function billStorage(accountId: string, id: string, end: Date): Promise<boolean> {
  const tariff = await tariffOf(accountId, later(end, -1));
  return inAccount(accountId, async (tx) => {
    const volume = await lockResource(tx, accountId, "volume", id);
    if (volume.storageDue === null) return false;
    const day = utcDay(volume.storageDue);
    if (startOfDay(addDays(day, 1)).getTime() !== end.getTime()) return false;
    const history = await tx.resourceStatusChange.findMany({
      where: { accountId, kind: "volume", id, at: { lt: end } },
      orderBy: { no: "asc" },
    });
    const changes = history.map(({ at, status, sizeGb }) => ({
      at,
      sizeGb: (TAKES_ROOM.has(status) ? sizeGb : 0n) as Micro,
    }));
    const billed = await billOf(tx, tariff, volume, day, gbDaysOf(changes, day));
    if (billed) {
      const { replayed } = postedOf((await postWithin(tx, [billed.posting]))[0]);
      if (!replayed) await billed.volumes.save(sqlOf(tx));
    }
    await tx.resource.update({
      where: { accountId_kind_id: { accountId, kind: "volume", id } },
      data: { storageDue: await nextDue(tx, volume, end) },
    });
    return true;
  });
}

async function billOf(
  tx: Tx,
  tariff: Tariff,
  volume: Resource,
  day: UtcDay,
  gbDays: Micro,
): Promise<{ posting: Posting; volumes: Volumes } | null> {
  if (gbDays === 0n) return null;
  const { accountId } = volume;
  const event = eventOf(volume, day, gbDays);
  const at = event.occurredAt;
  const start = priceEvent(tariff, callOf(event, null));
  if ("code" in start) return null;
  // What lies in the month before this day may decide the price.
  const volumes = await Volumes.lock(sqlOf(tx), accountId, [{ at, moves: start.charge.moves }]);
  const priced = priceEvent(
    tariff,
    callOf(event, null, volumes.positionOf({ at, moves: start.charge.moves })),
  );
  if ("code" in priced) return null;
  volumes.advance({ at, moves: priced.charge.moves });
  return { posting: postingOf(volume, day, gbDays, event, priced), volumes };
}

function postingOf(
  volume: Resource,
  day: UtcDay,
  gbDays: Micro,
  event: ReportedEvent,
  priced: PricedEvent,
): Posting {
  const { accountId } = volume;
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
                `Storage of ${volume.name}: ${size} GB-day${size === "1" ? "" : "s"} on ${displayDay(day)}`.slice(
                  0,
                  500,
                ),
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
