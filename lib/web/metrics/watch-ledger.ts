import { tracingChannel } from "node:diagnostics_channel";
import { BATCHES, type BatchWork } from "@/lib/ledger/watched";
import { metrics } from "./registry";

/** Counts what the ledger of this process commits. */
export function watchLedger(): void {
  const { batchSeconds, batchPostings, postings } = metrics();
  const begun = new WeakMap<object, number>();
  const ignore = () => undefined;
  tracingChannel<unknown, BatchWork>(BATCHES).subscribe({
    start: (work) => void begun.set(work, performance.now()),
    end: ignore,
    asyncStart: ignore,
    asyncEnd: (work) => {
      const began = begun.get(work);
      if (began === undefined) return;
      batchSeconds.observe((performance.now() - began) / 1_000);
      batchPostings.observe(work.postings);
      if (!("error" in work)) postings.inc(work.postings);
    },
    error: ignore,
  });
}
