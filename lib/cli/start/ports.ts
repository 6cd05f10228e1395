import { createServer } from "node:net";
import getPort, { portNumbers } from "get-port";
import { StartFault } from "./fault";

/** @throws StartFault when another program listens there. */
export async function expectFree(port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      reject(
        isTaken
          ? new StartFault(`Port ${port} is in use by another program. Stop it, or set PORT to another one.`)
          : error,
      );
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

/** A free port on 127.0.0.1, if possible the one named. */
export function freePortFrom(first: number): Promise<number> {
  return getPort({ host: "127.0.0.1", port: portNumbers(first, first + 60) });
}
