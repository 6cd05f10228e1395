import { type AddressObject, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import type { Messages } from "./messages";

const MAX_BYTES = 10_000_000;

/** An SMTP server that accepts every mail and delivers none. */
export function receiveInto(messages: Messages): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    size: MAX_BYTES,
    disableReverseLookup: true,
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username ?? "anyone" }),
    onData: (stream, session, callback) => {
      simpleParser(stream)
        .then((mail) =>
          messages.add({
            from: mail.from?.text ?? (session.envelope.mailFrom ? session.envelope.mailFrom.address : ""),
            to: recipients(mail.to) ?? session.envelope.rcptTo.map(({ address }) => address),
            subject: mail.subject ?? "(no subject)",
            text: mail.text ?? "",
            html: mail.html || null,
            headers: mail.headerLines.map(({ key, line }) => ({
              name: line.slice(0, key.length),
              value: line.slice(key.length + 1).trim(),
            })),
          }),
        )
        .then(() => callback(), callback);
    },
  });
}

function recipients(to: AddressObject | AddressObject[] | undefined): string[] | undefined {
  const addresses = [to ?? []].flat().flatMap(({ value }) => value.flatMap(({ address }) => address ?? []));
  return addresses.length > 0 ? addresses : undefined;
}
