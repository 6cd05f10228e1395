import { Logger, run, runMigrations, type Runner } from "graphile-worker";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { prisma, requiredUrl } from "@/lib/db/client";
import { stopInstance } from "@/lib/deployments/stop-instance";
import { expireDueHolds } from "@/lib/ledger/sweep";
import { authorizationTasks } from "@/lib/metering/preflight/announce-authorization";
import {
  authorize,
  captureAuthorization,
  releaseAuthorization,
} from "@/lib/metering/preflight/authorizations";
import { NewAuthorization, NewCapture } from "@/lib/metering/preflight/schema";
import { runDispatcher } from "@/lib/queue/dispatcher";
import { accountWith, grant, spend } from "@/lib/testing/accounts";
import { ensureDefaultRateCard, start } from "@/lib/testing/deployments";
import { testMember } from "@/lib/testing/people";
import { type Receiver, startReceiver } from "@/lib/testing/webhooks";
import type { Context } from "@/lib/values/context";
import { createEndpoint } from "@/lib/webhooks/create-endpoint";
import type { EventType } from "@/lib/webhooks/rules/event-types";
import { EVENT_DATA } from "@/lib/webhooks/events";
import { runSender } from "@/lib/webhooks/send/sender";
import { post } from "@/lib/ledger/post";
import { tasks } from "./tasks";

// The environment is read once, by whoever comes first.
vi.hoisted(() => (process.env.ECU_WEBHOOKS_PRIVATE = "true"));

let receiver: Receiver;
let runner: Runner;
const stopping = new AbortController();
let running: Promise<unknown>;

beforeAll(async () => {
  await ensureDefaultRateCard();
  receiver = await startReceiver();
  const connection = { connectionString: requiredUrl(), logger: new Logger(() => () => undefined) };
  await runMigrations(connection);
  runner = await run({ ...connection, taskList: tasks, pollInterval: 100, noHandleSignals: true });
  const fault = (error: unknown) => {
    throw error;
  };
  // Two of each, as two workers have: what is told, is told once.
  running = Promise.all([
    runDispatcher(stopping.signal, fault),
    runSender(stopping.signal, fault),
    runSender(stopping.signal, fault),
  ]);
});
afterAll(async () => {
  stopping.abort();
  await running;
  await runner.stop();
  await receiver.close();
});

const hear = (ctx: Context, types: EventType[] = []) =>
  createEndpoint(ctx, { url: `${receiver.url}/${ctx.accountId}`, description: "", types });

/** What an account's system was told, by type; each message is verified, and its data held against the description. */
function toldOf(ctx: Context, secret: string): string[] {
  const mine = receiver.got.filter(({ path }) => path.endsWith(ctx.accountId));
  return mine.map(({ body, headers }) => {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    const { type, data } = JSON.parse(body) as { type: EventType; data: unknown };
    expect(EVENT_DATA[type].strict().parse(data)).toEqual(data);
    return type;
  });
}

const expectTold = (ctx: Context, secret: string, types: EventType[]) =>
  vi.waitFor(() => expect(toldOf(ctx, secret).sort()).toEqual(types.toSorted()), {
    timeout: 20_000,
    interval: 100,
  });

it("tells of credit that is added, and that nothing is left: once each", async () => {
  const ctx = await accountWith("10");
  const { secret } = await hear(ctx, ["balance.added", "balance.exhausted"]);
  await grant(ctx, "90");
  await expectTold(ctx, secret, ["balance.added", "balance.added"]);
  await post([spend(ctx, "100")]);
  await expectTold(ctx, secret, ["balance.added", "balance.added", "balance.exhausted"]);
});

it("tells of each authorization how it began and how it ended", async () => {
  const ctx = await accountWith("50");
  const { secret } = await hear(ctx, [
    "authorization.created",
    "authorization.captured",
    "authorization.released",
    "authorization.expired",
  ]);
  const hold = (amount: string, key: string | null = null) =>
    authorize(ctx, NewAuthorization.parse({ amount }), key);
  const [first, again] = await Promise.all([hold("1", "key"), hold("1", "key")]);
  expect(again.id).toBe(first.id);
  await captureAuthorization(ctx, first.id, NewCapture.parse({ amount: "0.5" }), null);
  const second = await hold("2");
  await releaseAuthorization(ctx, second.id, null);
  const third = await hold("3");
  await prisma().$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`SET LOCAL app.account_id = '${ctx.accountId}'`);
    await tx.$executeRawUnsafe(
      `UPDATE holds SET expires_at = now() WHERE account_id = '${ctx.accountId}' AND id = '${third.id}'`,
    );
  });
  await expireDueHolds((due) => authorizationTasks(due.accountId, "expired", due));
  await expectTold(ctx, secret, [
    "authorization.created",
    "authorization.created",
    "authorization.created",
    "authorization.captured",
    "authorization.released",
    "authorization.expired",
  ]);
});

it("tells of instances that start and end", async () => {
  const ctx = await accountWith("1000");
  const { secret } = await hear(ctx, ["instance.started", "instance.stopped"]);
  await start(ctx, { id: "one", kind: "gpu", hardware: "h100", hours: "2" }, new Date(Date.now() - 60_000));
  await stopInstance(ctx, "one", {});
  await expectTold(ctx, secret, ["instance.started", "instance.stopped"]);
});

it("mails the account's people when a webhook is switched off by itself", async () => {
  const ctx = await accountWith("10");
  const { person } = await testMember(ctx.accountId, "owner");
  receiver.answer = (response, { path }) =>
    response.writeHead(path.endsWith(ctx.accountId) ? 410 : 204).end();
  await hear(ctx, ["balance.added"]);
  await grant(ctx, "1");
  const mails = () =>
    prisma().email.findMany({ where: { accountId: ctx.accountId, template: "webhook-ended" } });
  await vi.waitFor(async () => expect(await mails()).toHaveLength(1), { timeout: 20_000, interval: 100 });
  const [mail] = await mails();
  expect(mail?.recipient).toBe(person.email);
  expect(mail?.plain).toContain("410 Gone");
});
