/**
 * Lets a server end well: at a signal it takes no new connection, answers what has begun, and ends the process as soon as that is done, at the latest after the
 * signal's limit. A second signal only brings a limit of its own.
 * @param {import("node:http").Server} server
 * @param {Readonly<Record<string, number>>} limits milliseconds, by the event of the process that begins it
 */
export function drainOn(server, limits) {
  let isDraining = false;
  const end = () => process.exit(0);
  // Before the handler, which may write the head at once.
  server.prependListener("request", (_request, response) => {
    if (isDraining) response.setHeader("connection", "close");
  });
  for (const [signal, limit] of Object.entries(limits))
    process.once(signal, () => {
      setTimeout(end, limit);
      if (isDraining) return;
      isDraining = true;
      server.close(end);
      setInterval(() => server.closeIdleConnections(), 100);
    });
}
