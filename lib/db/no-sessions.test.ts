import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** What lives in a session of PostgreSQL, and would be somebody else's behind a pool of transactions. */
const OF_SESSIONS =
  /\bLISTEN [\w$]|\bpg_(try_)?advisory_(un)?lock(_shared)?\(|\bSET (SESSION|app\.|search_path|role|statement_timeout)|\bCREATE TEMP|\bWITH HOLD\b|\bDISCARD ALL\b/;

/**
 * They need a session: starting and migrating are the owner's, at PostgreSQL itself. The guide says what listening does without one, and where
 * the torture test is run.
 */
const NEED_ONE = [
  "lib/backoffice/torture/run-torture.ts",
  "lib/cli/start/filling.ts",
  "lib/db/migrate.ts",
  "lib/web/live/listen.ts",
];

it("nothing but starting, migrating and listening needs a session, so that PgBouncer may pool by transaction", () => {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .map((file) => join("lib", file))
    .filter(
      (file) => /\.ts$/.test(file) && !/\.test\.ts$|^lib\/(testing|sandbox|db\/generated)\//.test(file),
    );
  const needing = files.filter((file) => OF_SESSIONS.test(readFileSync(file, "utf8")));
  expect(needing.sort()).toEqual(NEED_ONE);
});
