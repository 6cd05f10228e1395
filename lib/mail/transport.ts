import { createTransport, type Transporter } from "nodemailer";

let kept: { url: string; transporter: Transporter } | undefined;

/** The SMTP server of the environment. Connections are kept and reused. */
export function transport(): Transporter {
  const url = process.env.SMTP_URL;
  if (!url) throw new Error("SMTP_URL is not set. Start with `npm start`, or set it to your mail server, such as smtps://user:password@host.");
  if (kept?.url !== url) {
    kept?.transporter.close();
    kept = { url, transporter: createTransport(url, { pool: true, maxConnections: 3, connectionTimeout: 15_000, socketTimeout: 30_000 }) };
  }
  return kept.transporter;
}

/** Who our mails come from. */
export function sender(): string {
  return process.env.MAIL_FROM ?? "Ecu <no-reply@localhost>";
}

/** Closes the connections, so that the process can end. */
export function closeTransport(): void {
  kept?.transporter.close();
  kept = undefined;
}
