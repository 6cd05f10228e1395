import { createTransport, type Transporter } from "nodemailer";
import { env } from "@/lib/env";

let kept: { url: string; transporter: Transporter } | undefined;

const TIMES = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

// A pool is asked for in the address itself, beside what the operator set there.
function pooled(url: string): string {
  const address = new URL(url);
  if (!address.searchParams.has("pool")) address.searchParams.set("pool", "true");
  return address.toString();
}

/** The SMTP server of the environment. Connections are kept and reused. */
export function transport(): Transporter {
  const url = env().SMTP_URL;
  if (!url)
    throw new Error(
      "SMTP_URL is not set. Start with `npm start`, or set it to your mail server, such as smtps://user:password@host.",
    );
  if (kept?.url !== url) {
    kept?.transporter.close();
    kept = { url, transporter: createTransport({ ...TIMES, url: pooled(url) }) };
  }
  return kept.transporter;
}

/** Who our mails come from. */
export function sender(): string {
  return env().MAIL_FROM;
}

/** Closes the connections, so that the process can end. */
export function closeTransport(): void {
  kept?.transporter.close();
  kept = undefined;
}
