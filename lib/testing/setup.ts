import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { disconnect } from "@/lib/db/client";
import { stopPosting } from "@/lib/ledger/post";
import { appUrlOf, onServer, urlOf } from "./server";
import { expectInvariants } from "./expect-invariants";

const server = inject("serverUrl");
const template = inject("template");
const database = `${template}_${randomBytes(6).toString("hex")}`;

process.env.DATABASE_URL = appUrlOf(server, database);
process.env.TEST_OWNER_URL = urlOf(server, database);
process.env.NEXTAUTH_SECRET ??= "a secret for tests that is long enough";

beforeAll(() => onServer(server, [`CREATE DATABASE ${database} TEMPLATE ${template}`]));

// Every integration test ends with the books in order.
afterEach(expectInvariants);

afterAll(async () => {
  await stopPosting();
  await disconnect();
});
