import { rm } from "node:fs/promises";
import pg from "pg";
import { startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";

/** A PostgreSQL of the bench's own: fresh, with fsync on, as `npm start` runs it. */
export interface BenchDatabase {
  owner: pg.Client;
  ownerUrl: string;
  appUrl: string;
  stop(): Promise<void>;
}

const DIRECTORY = ".cache/bench";

export async function benchDatabase(): Promise<BenchDatabase> {
  await rm(DIRECTORY, { recursive: true, force: true });
  const server = await startEmbedded({ dataDir: DIRECTORY, ownerPassword: "bench" });
  await migrate(server.ownerUrl, { appPassword: "bench" });
  const url = new URL(server.ownerUrl);
  url.username = "ecu_app";
  process.env.DATABASE_URL = url.href;
  await ensureDefaultRateCard();
  const owner = new pg.Client(server.ownerUrl);
  await owner.connect();
  return {
    owner,
    ownerUrl: server.ownerUrl,
    appUrl: url.href,
    stop: async () => {
      await owner.end();
      await server.stop();
      await rm(DIRECTORY, { recursive: true, force: true });
    },
  };
}
