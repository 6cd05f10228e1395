import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { prisma } from "@/lib/db/client";
import { acrossAccounts } from "@/lib/db/transaction";
import { newId } from "@/lib/values/ids";
import type * as environment from "@/lib/env";
import { invitationMail } from "./letters";
import { queueEmail } from "./queue-email";
import { sendEmail } from "./send-email";
import { closeTransport } from "./transport";

vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof environment>();
  return {
    ...real,
    env: () => ({
      ...real.env(),
      SMTP_URL: smtpUrl,
      MAIL_FROM: "Ecu <billing@example.com>",
      NEXTAUTH_URL: "https://billing.example.com",
    }),
  };
});

let smtpUrl = "";
let refuseWith: number | null = null;
const received: ParsedMail[] = [];

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: (_address, _session, done) => {
    if (refuseWith === null) return done();
    done(Object.assign(new Error("refused"), { responseCode: refuseWith }));
  },
  onData: (stream, _session, done) => {
    void simpleParser(stream).then((mail) => {
      received.push(mail);
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  closeTransport();
  await new Promise<void>((closed) => server.close(closed));
});
beforeEach(() => {
  refuseWith = null;
  received.length = 0;
});

async function queued(dedupeKey: string = newId()): Promise<string> {
  const mail = await invitationMail({
    accountName: "Öl & Söhne <script>",
    invitedBy: "Ada",
    role: "admin",
    token: "t".repeat(43),
  });
  await acrossAccounts((tx) =>
    queueEmail(tx, { accountId: null, dedupeKey, recipient: "bo@example.com", mail }),
  );
  return (await prisma().email.findUniqueOrThrow({ where: { dedupeKey } })).id;
}

it("sends a mail as HTML and as text, once however often its task runs", async () => {
  const id = await queued();
  await sendEmail(id, { lastTry: false });
  await sendEmail(id, { lastTry: false });
  expect(received).toHaveLength(1);
  const [mail] = received;
  const link = `https://billing.example.com/invitation?token=${"t".repeat(43)}`;
  expect(mail?.text).toContain(link);
  expect(mail?.html).toContain(link);
  expect(mail?.html).not.toContain("<script>");
  expect(mail?.subject).toBe("Ada invites you to Öl & Söhne <script>");
  expect(mail?.messageId).toBe(`<${id}@example.com>`);
  // Its link would open the account to who reads the database.
  expect(await prisma().email.findUnique({ where: { id } })).toMatchObject({
    status: "sent",
    attempts: 1,
    html: "",
    plain: "",
  });
});

it("queues one mail for one cause", async () => {
  const key = newId();
  const id = await queued(key);
  expect(await queued(key)).toBe(id);
  expect(await acrossAccounts((tx) => tx.outbox.count({ where: { jobKey: `mail:${id}` } }))).toBe(1);
});

it("tries again after a fault that may pass, and gives up on the last try", async () => {
  const id = await queued();
  refuseWith = 451;
  await expect(sendEmail(id, { lastTry: false })).rejects.toThrow();
  expect(await prisma().email.findUnique({ where: { id } })).toMatchObject({
    status: "queued",
    attempts: 1,
    lastError: expect.stringContaining("451"),
  });
  await sendEmail(id, { lastTry: true });
  expect(await prisma().email.findUnique({ where: { id } })).toMatchObject({ status: "failed", attempts: 2 });
});

it("gives up at once on an address that the server refuses for good", async () => {
  const id = await queued();
  refuseWith = 550;
  await sendEmail(id, { lastTry: false });
  expect(await prisma().email.findUnique({ where: { id } })).toMatchObject({ status: "failed", attempts: 1 });
  expect(received).toHaveLength(0);
});
