import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { claimDue } from "@/lib/webhooks/send/claim-due";
import { deliver } from "@/lib/webhooks/send/deliver";
import { guardedAgent } from "@/lib/webhooks/send/guarded-agent";

/** A message as a customer's server got it. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A customer's server on this machine, which keeps what it gets. */
export interface Receiver {
  url: string;
  got: Received[];
  /** How it answers from now on; 204 at first. */
  answer: (response: ServerResponse, received: Received) => void;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const receiver: Receiver = {
    url: "",
    got: [],
    answer: (response) => response.writeHead(204).end(),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const received = {
        path: request.url ?? "",
        headers: request.headers,
        body: Buffer.concat(chunks).toString("utf8"),
      };
      receiver.got.push(received);
      receiver.answer(response, received);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  receiver.url = `http://127.0.0.1:${port}/hooks`;
  return receiver;
}

/** Sends all that is due now, as the worker would. Returns how many attempts were made. */
export async function sendDue(allowsPrivate = true): Promise<number> {
  const agent = guardedAgent(allowsPrivate);
  let count = 0;
  for (let due = await claimDue(16, []); due.length > 0; due = await claimDue(16, [])) {
    await Promise.all(due.map((one) => deliver(agent, one)));
    count += due.length;
  }
  await agent.close();
  return count;
}
