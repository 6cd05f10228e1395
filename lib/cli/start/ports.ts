import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import getPort, { portNumbers } from "get-port";
import { StartFault } from "./fault";
import { AlreadyRunning, lock } from "./lock";

/** Why nothing can listen at an address, for whoever set it. */
const FAULTS: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) => `Port ${port} is in use by another program. Stop it, or set PORT to another one.`,
  EACCES: (port) => `Port ${port} needs rights that this user does not have. Set PORT to one above 1023.`,
  ENOTFOUND: (_port, host) => `HOST is ${host}, which is no name or address that is known here.`,
  EADDRNOTAVAIL: (_port, host) => `HOST is ${host}, which is not an address of this machine.`,
};

/** @throws StartFault when another program listens there, or nothing can. */
export async function expectFree(port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      const say = FAULTS[error.code ?? ""];
      reject(say ? new StartFault(say(port, host)) : error);
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

/**
 * A free port on 127.0.0.1, if possible the one named. It is this process's until that ends: another start of the same moment, which finds it
 * free as well because nobody listens yet, takes the next one.
 * @param folder where it is noted who has taken what, for all installations of this user
 */
export async function freePortFrom(first: number, folder = ofThisUser()): Promise<number> {
  const taken: number[] = [];
  for (;;) {
    const port = await getPort({
      host: "127.0.0.1",
      port: portNumbers(first, first + 60),
      exclude: taken,
    });
    if (isMine(port, folder)) return port;
    taken.push(port);
  }
}

/** Where nothing can be noted, a port is as good as any that is free. */
function isMine(port: number, folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    process.once("exit", lock(join(folder, `${port}.json`), ""));
    return true;
  } catch (error) {
    return !(error instanceof AlreadyRunning);
  }
}

function ofThisUser(): string {
  return join(tmpdir(), `ecu-ports-${process.getuid?.() ?? "all"}`);
}
