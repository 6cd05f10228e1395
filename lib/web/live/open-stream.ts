import type { Context } from "@/lib/values/context";
import { Refusal } from "@/lib/values/refusal";
import { Hub, type LiveEvent } from "./hub";

/** A browser that takes nothing of so many messages is no longer there. */
const MOST_UNREAD = 64;
const RETRY_MS = 2_000;

// One hub a process, also when Next loads this module more than once.
const kept = globalThis as typeof globalThis & { ecuHub?: Hub };

function hub(): Hub {
  if (!kept.ecuHub) {
    const made = (kept.ecuHub = new Hub());
    // A stream never ends by itself, and would keep the process from ending.
    for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.once(signal, () => void made.stop());
  }
  return kept.ecuHub;
}

/**
 * Server-sent events for a page of the console: how the account's wallets stand, at once and after every change.
 * @throws Refusal `forbidden` for keys, `rate_limited`
 */
export function openStream({ accountId, actor }: Context, signal: AbortSignal): Response {
  if (actor.kind !== "member")
    throw new Refusal(
      "forbidden",
      "This is for pages of the console. A key reads GET /api/v1/credits/wallet.",
    );
  const { userId, sessionId } = actor;
  const encoder = new TextEncoder();
  let isOpen = true;
  let leave: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const end = () => {
          if (!isOpen) return;
          isOpen = false;
          leave();
          controller.close();
        };
        const tell = (event: LiveEvent) => {
          if (!isOpen) return;
          if ((controller.desiredSize ?? 0) < 0) return end();
          controller.enqueue(encoder.encode(written(event)));
        };
        leave = hub().join({ accountId, userId, sessionId, tell, end });
        controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`));
        if (signal.aborted) end();
        else signal.addEventListener("abort", end, { once: true });
      },
      cancel: () => {
        isOpen = false;
        leave();
      },
    },
    { highWaterMark: MOST_UNREAD },
  );
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Neither Next nor a proxy may gather or compress what must arrive at once.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

function written(event: LiveEvent): string {
  const data = event.name === "wallet" ? JSON.stringify(event.data) : "";
  return `event: ${event.name}\ndata: ${data}\n\n`;
}
