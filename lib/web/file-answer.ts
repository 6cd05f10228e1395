import "server-only";
import { Refusal } from "@/lib/values/refusal";

/** Each holds a part of an account in memory, also while its reader reads nothing. */
const MOST = 4;
/** Whoever reads nothing for so long is gone, or as good as gone: another may take their place. */
const STALLED_MS = 10 * 60_000;

interface Running {
  readAt: number;
  end: (reason: Error) => void;
}

// In memory: what runs here is here. Each process counts its own.
const running = new Map<string, Set<Running>>();

/**
 * A file to save: made whole, or as a stream. So many of one account at once in a process, so that nobody's files take what all others need.
 * @param name what it is saved as
 * @throws Refusal `rate_limited`
 */
export async function fileAnswer(
  { accountId }: { accountId: string },
  { name, type }: { name: string; type: string },
  make: () => string | ReadableStream<Uint8Array> | Promise<string | ReadableStream<Uint8Array>>,
): Promise<Response> {
  const headers = { "content-type": type, "content-disposition": `attachment; filename="${name}"` };
  const { one, leave } = enter(accountId);
  try {
    const body = await make();
    if (typeof body !== "string") return new Response(counted(body, one, leave), { headers });
    leave();
    return new Response(body, { headers });
  } catch (error) {
    leave();
    throw error;
  }
}

function enter(accountId: string): { one: Running; leave: () => void } {
  const all = running.get(accountId) ?? new Set();
  const now = performance.now();
  for (const other of all)
    if (now - other.readAt > STALLED_MS) other.end(new Error("nobody has read this file for ten minutes"));
  if (all.size >= MOST)
    throw new Refusal(
      "rate_limited",
      `${MOST} files of this account are being made. Try again when one of them has been read.`,
      [],
      5,
    );
  const one: Running = { readAt: now, end: () => undefined };
  running.set(accountId, all.add(one));
  const leave = () => {
    all.delete(one);
    if (all.size === 0 && running.get(accountId) === all) running.delete(accountId);
  };
  return { one, leave };
}

function counted(
  body: ReadableStream<Uint8Array>,
  one: Running,
  leave: () => void,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        one.end = (reason) => {
          leave();
          controller.error(reason);
          void reader.cancel(reason).catch(() => undefined);
        };
      },
      pull: async (controller) => {
        one.readAt = performance.now();
        try {
          const { value, done } = await reader.read();
          if (value) controller.enqueue(value);
          if (!done) return;
          leave();
          controller.close();
        } catch (error) {
          leave();
          throw error;
        }
      },
      cancel: async (reason) => {
        leave();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
