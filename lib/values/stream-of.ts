type Pieces = AsyncGenerator<string | Uint8Array, void>;

/**
 * Pieces as a stream: each is made when its reader asks for it, and a reader who leaves ends the making. Texts are UTF-8.
 * @param pieces the pieces; as a function, for those that may look at much before the next one, it gets a signal that says that nobody reads any more
 */
export function streamOf(pieces: Pieces | ((left: AbortSignal) => Pieces)): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const leaving = new AbortController();
  const made = typeof pieces === "function" ? pieces(leaving.signal) : pieces;
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await made.next();
      // Who has left cannot be told anything.
      if (leaving.signal.aborted) return;
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    cancel: async () => {
      // It waits for the piece that is being made; the signal does not.
      leaving.abort();
      await made.return(undefined);
    },
  });
}
