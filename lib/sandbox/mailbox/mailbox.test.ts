import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Messages } from "./messages";
import { serve } from "./pages";
import { receiveInto } from "./receive";

let folder: string;
let messages: Messages;
let url: string;
let port: number;
const closing: (() => void)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mailbox-"));
  messages = await Messages.open(folder);
  const smtp = receiveInto(messages);
  const http = serve(messages);
  await new Promise<void>((ready) => smtp.listen(0, "127.0.0.1", ready));
  await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
  port = (smtp.server.address() as AddressInfo).port;
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  closing.push(
    () => smtp.close(),
    () => http.close(),
  );
  const transport = createTransport({ host: "127.0.0.1", port });
  await transport.sendMail({
    from: "Ecu <billing@localhost>",
    to: "ada@example.com",
    subject: "<b>Low</b> balance",
    text: "Hello",
    html: "<p>Hello <script>1</script></p>",
  });
  transport.close();
});

afterAll(async () => {
  for (const close of closing) close();
  await rm(folder, { recursive: true });
});

describe("the mailbox", () => {
  it("shows a mail to scripts", async () => {
    const { messages: list } = (await (await fetch(`${url}/api/messages?to=ADA@example.com`)).json()) as {
      messages: unknown[];
    };
    expect(list).toMatchObject([{ to: ["ada@example.com"], subject: "<b>Low</b> balance", text: "Hello" }]);
  });

  it("keeps mails over a restart", async () => {
    expect((await Messages.open(folder)).all()).toEqual(messages.all());
  });

  it("shows a subject as text and runs no script of a mail", async () => {
    const [message] = messages.all();
    expect(await (await fetch(url)).text()).not.toContain("<b>Low");
    const html = await fetch(`${url}/messages/${message?.id}/html`);
    expect(html.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("answers only to its own name", async () => {
    const { request } = await import("node:http");
    const status = await new Promise((done) =>
      request(url, { headers: { host: "evil.example" } }, (response) => done(response.statusCode)).end(),
    );
    expect(status).toBe(403);
  });
});
