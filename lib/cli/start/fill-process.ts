import { disconnect } from "@/lib/db/client";
import { pendingMigrations } from "@/lib/db/migrate";
import { acrossAccounts, sqlOf } from "@/lib/db/transaction";
import { env } from "@/lib/env";
import { stopPosting } from "@/lib/ledger/post";
import { ensureDefaultRateCard } from "@/lib/metering/import-rates";
import { parseUsd } from "@/lib/values/usd";
import { DemoSecrets, type FillMessage } from "./demo";
import { filesIn, readJson } from "./files";

process.once("disconnect", () => process.exit(1));

try {
  await expectMigrated();
  await ensureDefaultRateCard(parseUsd(env().CREDIT_USD_VALUE));
  const demo = env().ECU_DEMO && !(await isDemoThere()) ? await seed() : null;
  await stopPosting();
  await disconnect();
  await tell({ demo });
  process.exit(0);
} catch (error) {
  await tell({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  process.exit(1);
}

async function expectMigrated(): Promise<void> {
  const pending = await acrossAccounts((tx) => pendingMigrations((text) => sqlOf(tx).query(text, [])));
  if (pending.length === 0) return;
  throw new Error(
    `The database lacks ${pending.join(", ")}. Set DATABASE_OWNER_URL, so that the start can migrate.`,
  );
}

/** The demo of this data directory is in this database. */
async function isDemoThere(): Promise<boolean> {
  const id = DemoSecrets.safeParse(readJson(filesIn(env().ECU_DATA_DIR).demo)).data?.accounts[0]?.id;
  if (!id) return false;
  const rows = await acrossAccounts((tx) => sqlOf(tx).query("SELECT id FROM accounts WHERE id = $1", [id]));
  return rows.length > 0;
}

async function seed(): Promise<DemoSecrets> {
  const { seedDemo } = await import("@/prisma/seed/index");
  return DemoSecrets.parse(await seedDemo({ onProgress: (detail) => void tell({ progress: detail }) }));
}

function tell(message: FillMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}
