import { Messages } from "./messages";
import { serve } from "./pages";
import { receiveInto } from "./receive";

/**
 * A mailbox for trying Ecu without a mail server: takes mail by SMTP on 127.0.0.1, keeps it in a folder, shows it.
 * `MAILBOX_DIR`, `MAILBOX_SMTP_PORT`, `MAILBOX_HTTP_PORT`.
 */
async function main(): Promise<void> {
  const messages = await Messages.open(process.env.MAILBOX_DIR ?? ".ecu/mailbox");
  const smtp = receiveInto(messages);
  const http = serve(messages);
  const fail = (error: Error) => {
    console.error(`mailbox: ${error.message}`);
    process.exit(1);
  };
  // A connection that breaks off is the sender's affair; a port that is taken is ours.
  smtp.on("error", (error: NodeJS.ErrnoException) => (error.syscall === "listen" ? fail(error) : undefined));
  http.on("error", fail);
  smtp.listen(Number(process.env.MAILBOX_SMTP_PORT ?? 2525), "127.0.0.1");
  http.listen(Number(process.env.MAILBOX_HTTP_PORT ?? 2580), "127.0.0.1");
  for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.once(signal, () => process.exit(0));
}

await main();
