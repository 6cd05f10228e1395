import pg from "pg";
import { requiredUrl } from "@/lib/db/client";
import { connectionConfig } from "@/lib/db/pool";
import { MOVED_CHANNEL } from "@/lib/ledger/announce-moved";

/** One connection that hears which accounts moved. Without it, or behind a pooler that passes nothing on, it is only heard later. */
export class Ear {
  #client: pg.Client | null = null;

  /** @param onMoved gets account ids, or null for "any" */
  constructor(private readonly onMoved: (accountIds: string[] | null) => void) {}

  /** Listens, if it does not yet. A failure is tried again at the next call. */
  async open(): Promise<void> {
    if (this.#client) return;
    const client = new pg.Client(connectionConfig(requiredUrl()));
    this.#client = client;
    const lost = () => {
      if (this.#client === client) this.#client = null;
    };
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", ({ payload = "*" }) =>
      this.onMoved(payload === "*" ? null : payload.split(",")),
    );
    try {
      await client.connect();
      await client.query(`LISTEN ${MOVED_CHANNEL}`);
    } catch {
      lost();
      await client.end().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }
}
