import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";
import { connectionConfig } from "./pool";

interface Connections {
  prisma: PrismaClient;
  reader: pg.Pool;
  reporter: pg.Pool;
}

// Next reloads modules in one process; the connections must survive that.
const kept = globalThis as typeof globalThis & { ecuConnections?: Connections };

function connections(): Connections {
  return (kept.ecuConnections ??= open(requiredUrl()));
}

/** The application's role. Everything that runs has it in its environment: `ecu` and `npm start` see to that. */
export function requiredUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error("DATABASE_URL is not set. Start with `npm start`, or set it to the application's role.");
  return url;
}

function open(url: string): Connections {
  const config = connectionConfig(url);
  const reader = poolOf({ ...config, max: 10 });
  const reporter = poolOf({ ...config, max: 5 });
  const adapter = new PrismaPg(
    {
      connectionString: url,
      application_name: "ecu",
      max: 10,
      connectionTimeoutMillis: 10_000,
    },
    schemaOf(url),
  );
  return { prisma: new PrismaClient({ adapter }), reader, reporter };
}

function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  // An idle connection that breaks is replaced on the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  // Nor may one that breaks while it is lent out: its query fails, and that is heard.
  pool.on("connect", (connection) => connection.on("error", () => undefined));
  return pool;
}

/** Plain connections find a schema by their search path; Prisma writes its name before every table, and is told it as in its own addresses: `?schema=`. */
function schemaOf(url: string): { schema: string } | undefined {
  const schema = URL.canParse(url) ? new URL(url).searchParams.get("schema") : null;
  return schema === null ? undefined : { schema };
}

/** Prisma, for global tables. Tenant tables are reached through `inAccount` or `acrossAccounts`. */
export function prisma(): PrismaClient {
  return connections().prisma;
}

/** Plain connections for raw reads. */
export function readers(): pg.Pool {
  return connections().reader;
}

/** Plain connections for reports, which may take long: whoever signs in or spends does not wait for them. */
export function reporters(): pg.Pool {
  return connections().reporter;
}

/** Closes all connections of this process. */
export async function disconnect(): Promise<void> {
  const open = kept.ecuConnections;
  delete kept.ecuConnections;
  if (open) await Promise.all([open.prisma.$disconnect(), open.reader.end(), open.reporter.end()]);
}
