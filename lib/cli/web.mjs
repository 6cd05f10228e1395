// The web process: Next in production, on PORT. Any number of them may run, each on a port of its own.
import { AsyncLocalStorage } from "node:async_hooks";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import next from "next";
import { drainOn } from "./start/drain.mjs";

const DRAIN_MS = 30_000;
// Without the supervisor nobody waits for us, and the next start wants to begin.
const ORPHAN_DRAIN_MS = 3_000;

process.env.NODE_ENV = "production";
const hostname = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 3000);
const dir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

// What holds for one request wherever it is rendered: `lib/web/page-style.ts` writes it, and all of Next's layers read it.
const pages = new AsyncLocalStorage();
globalThis.ecuPages = pages;

// Metrics name requests by the routes that were built.
process.env.ECU_BUILD_FOLDER = join(dir, ".next");
const app = next({ dev: false, dir, hostname, port });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer((request, response) => {
  // Rate limits count by address. What the client wrote stands before what we know.
  const before = request.headers["x-forwarded-for"];
  request.headers["x-forwarded-for"] = [before ?? [], request.socket.remoteAddress ?? []].flat().join(", ");
  pages.run({}, () => handle(request, response));
});
// Longer than load balancers keep idle connections, so that they never send into one that is closing.
server.keepAliveTimeout = 65_000;
server.on("error", (error) => {
  console.error(`web: ${error.message}`);
  process.exit(1);
});
server.listen(port, hostname, noteServing);

drainOn(server, { SIGTERM: DRAIN_MS, SIGINT: DRAIN_MS, disconnect: ORPHAN_DRAIN_MS });

/** Says that this build is in use, so that no other start replaces it meanwhile (`start/served-builds.ts`). */
function noteServing() {
  const folder = join(dir, ".cache/serving");
  const note = join(folder, String(process.pid));
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(note, `http://${hostname}:${port}`);
    process.once("exit", () => rmSync(note, { force: true }));
  } catch {
    // Where nothing can be written, nothing can be built either.
  }
}
