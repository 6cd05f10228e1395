import pg from "pg";
import { asAppRole } from "@/lib/db/app-role";

/** Of both roles of the tests' server. */
export const PASSWORD = "test";

/** Runs statements on the server's own database, one after the other. */
export async function onServer(serverUrl: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** The owner's URL of a database of the server. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** The application's URL of a database of the server. */
export function appUrlOf(serverUrl: string, database: string): string {
  return asAppRole(urlOf(serverUrl, database), PASSWORD);
}
