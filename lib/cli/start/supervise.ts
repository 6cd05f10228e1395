import { join } from "node:path";
import { migrate } from "@/lib/db/migrate";
import { type Environment, env as readEnvironment } from "@/lib/env";
import { build, staleBuild } from "./build";
import { DemoSecrets } from "./demo";
import { buyForDemo, type DemoShop } from "./demo-purchase";
import { fill } from "./fill";
import { type Files, filesIn, readJson, writeJson } from "./files";
import { discardHalfDemo, forgetHalfDemo, noteHalfDemo, readFilling } from "./filling";
import { lock } from "./lock";
import { expectFree, freePortFrom } from "./ports";
import { endLeftovers, ProcessTable } from "./process-table";
import { Progress } from "./progress";
import { untilReady } from "./ready";
import { report } from "./report";
import { providerPlace, stripePlace } from "./sandboxes";
import { readSecrets, type Secrets } from "./secrets";
import { expectUnserved, turnToBuild } from "./served-builds";
import { Services } from "./services";
import { environmentOf, type Places } from "./settings";

const PARENT_LOOK_MS = 500;

/**
 * Brings everything up and keeps it up until it is told to stop: database, schema, demo, mailbox, worker, web.
 * @throws StartFault
 * @throws EnvironmentFault
 */
export async function supervise(): Promise<void> {
  const env = readEnvironment();
  const files = filesIn(env.ECU_DATA_DIR);
  const release = lock(files.lock, `http://localhost:${env.PORT}`);
  process.once("exit", release);
  await endLeftovers(files.processes);
  const table = new ProcessTable(files.processes);
  const services = new Services(table, env.DATABASE_URL ? null : files.logs);
  stopOnSignal(services);
  try {
    await bringUp(env, files, table, services);
  } catch (error) {
    // Ctrl-C ends the build and the demo too: that they did not succeed is no news then.
    if (services.isStopping) return;
    await services.stop();
    throw error;
  }
}

async function bringUp(
  env: Environment,
  files: Files,
  table: ProcessTable,
  services: Services,
): Promise<void> {
  const progress = new Progress();
  const ports = Array.from({ length: env.ECU_WEB_PROCESSES }, (_, index) => env.PORT + index);
  for (const port of ports) await expectFree(port, env.HOST);
  const secrets = env.DATABASE_URL ? null : readSecrets(files.secrets);
  const settings = (databaseUrl: string, more: Partial<Places> = {}) =>
    environmentOf(env, secrets, {
      databaseUrl,
      smtpUrl: env.SMTP_URL,
      dataDir: files.dataDir,
      ...more,
    });

  const { database, demo, isNew } = await firstOfBoth(
    prepareDatabase(env, files, secrets, services, progress, settings),
    buildIfStale(files, table, progress, settings("")),
  );
  const url = `http://localhost:${env.PORT}`;
  // A deployment of its own has no mailbox that would swallow its mail. Ports are looked for when they are needed: others look too.
  const needsMailbox = !env.SMTP_URL && (!env.DATABASE_URL || env.ECU_DEMO);
  const mailbox = needsMailbox ? { smtp: await freePortFrom(2525), http: await freePortFrom(8025) } : null;
  const smtpUrl = mailbox ? `smtp://127.0.0.1:${mailbox.smtp}` : env.SMTP_URL;
  const mailboxUrl = mailbox ? `http://127.0.0.1:${mailbox.http}` : undefined;
  const stripe = await stripePlace(env, files);
  const provider = await providerPlace(env, files);
  const gatewayUrl = `${url}/api/gateway/v1`;
  if (secrets || demo) {
    const urls = ports.map((port) => `http://localhost:${port}`);
    const places = {
      database_url: database.appUrl,
      owner_url: database.ownerUrl,
      mailbox_url: mailboxUrl,
      stripe_sandbox_url: stripe?.url,
      provider_sandbox_url: provider?.url,
      gateway_url: gatewayUrl,
    };
    writeJson(files.demo, { url, urls, ...demo, ...places });
  }
  const childEnv = settings(database.appUrl, { smtpUrl, stripe, provider });
  const host = ["0.0.0.0", "::"].includes(env.HOST) ? "127.0.0.1" : env.HOST;
  await progress.step("Starting", async () => {
    if (mailbox) await services.startMailbox(childEnv, files.mailbox, mailbox);
    if (stripe) {
      const webhook = { url: `http://${host}:${env.PORT}/api/stripe/webhook`, secret: stripe.webhookSecret };
      await services.startStripeSandbox(childEnv, files.stripe, stripe.port, webhook);
    }
    if (provider) await services.startProviderSandbox(childEnv, files.provider, provider);
    for (let index = 0; index < env.ECU_WORKER_PROCESSES; index++)
      await services.startWorker(childEnv, index);
    ports.forEach((port, index) => services.startWeb(childEnv, port, index));
    for (const port of ports) await untilReady(`http://${host}:${port}`, () => services.trouble());
  });
  const shop = isNew && stripe && demo ? shopOf(demo, `http://${host}:${env.PORT}`, stripe) : null;
  // Without it there is still all of the demo.
  if (shop) await progress.step("Buying credit for the demo", () => buyForDemo(shop)).catch(console.error);
  const hints = smtpUrl ? [] : ["SMTP_URL is not set: mail waits in the outbox until it is."];
  if (!provider && !env.PROVIDER_API_KEY)
    hints.push(
      `PROVIDER_API_KEY is not set: the gateway runs ${env.ECU_DEPLOYMENT_MODE === "hosted" ? "no models" : "customers' own provider keys only"}.`,
    );
  progress.say(
    report({
      url,
      mailboxUrl,
      stripeUrl: stripe?.url,
      gatewayUrl,
      providerUrl: provider?.url,
      demo: env.ECU_DEMO ? demo : null,
      demoFile: files.demo,
      hints,
    }),
  );
}

function shopOf(
  { accounts, platform_key: platformKey }: DemoSecrets,
  url: string,
  stripe: DemoShop["stripe"],
): DemoShop | null {
  const [account] = accounts;
  return account ? { url, platformKey, accountId: account.id, stripe } : null;
}

interface DatabaseUrls {
  appUrl: string;
  ownerUrl: string | undefined;
}

interface Prepared {
  database: DatabaseUrls;
  demo: DemoSecrets | null;
  /** The demo was made now. */
  isNew: boolean;
}

async function prepareDatabase(
  env: Environment,
  files: Files,
  secrets: Secrets | null,
  services: Services,
  progress: Progress,
  settings: (databaseUrl: string) => NodeJS.ProcessEnv,
): Promise<Prepared> {
  const database: DatabaseUrls = secrets
    ? await progress.step("Starting PostgreSQL", () => services.startDatabase(files.dataDir, secrets))
    : { appUrl: env.DATABASE_URL ?? "", ownerUrl: env.DATABASE_OWNER_URL };
  const { appUrl, ownerUrl } = database;
  if (secrets && ownerUrl) await discardHalfDemo(files.halfDemo, ownerUrl);
  const appPassword = decodeURIComponent(new URL(appUrl).password);
  if (ownerUrl)
    await progress.step("Bringing the database up to date", () => migrate(ownerUrl, { appPassword }));
  const known = DemoSecrets.safeParse(readJson(files.demo)).data ?? null;
  const filling = ownerUrl
    ? await readFilling(ownerUrl, known?.accounts[0]?.id)
    : { isFilled: false, isEmpty: false };
  if (filling.isFilled && (known || !env.ECU_DEMO)) return { database, demo: known, isNew: false };
  if (secrets && env.ECU_DEMO && filling.isEmpty) noteHalfDemo(files.halfDemo);
  const name = env.ECU_DEMO ? "Making up the demo: two accounts, 90 days" : "Loading the default rates";
  const demo = await progress.step(name, (say) => fill(settings(appUrl), say));
  // Kept at once: its keys are not to be had again.
  if (demo) writeJson(files.demo, demo);
  forgetHalfDemo(files.halfDemo);
  return { database, demo: demo ?? known, isNew: demo !== null };
}

async function buildIfStale(
  files: Files,
  table: ProcessTable,
  progress: Progress,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  if ((await staleBuild()) === null) return;
  const done = await turnToBuild();
  try {
    // Another start may have built the same meanwhile.
    const sources = await staleBuild();
    if (sources === null) return;
    expectUnserved();
    const onPid = (pid: number | undefined) => table.set("build", pid);
    const log = join(files.logs, "build.log");
    await progress.step("Building the console (once, about a minute)", () => build(sources, env, log, onPid));
  } finally {
    done();
  }
}

/** Waits for both, also when one fails: nothing may go on behind the back of who stops. */
async function firstOfBoth<First>(first: Promise<First>, second: Promise<void>): Promise<First> {
  const [result, other] = await Promise.allSettled([first, second]);
  if (result.status === "rejected") throw result.reason;
  if (other.status === "rejected") throw other.reason;
  return result.value;
}

function stopOnSignal(services: Services): void {
  let asked = 0;
  const stop = () => {
    asked += 1;
    if (asked === 1) console.log("\nStopping. Ctrl-C again does not wait for requests and jobs in hand.");
    void services.stop(asked > 1).then(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  // A signal to npm ends npm and its shell and does not come here: then they are gone.
  const { ppid } = process;
  const look = () => (asked === 0 && process.ppid !== ppid ? stop() : undefined);
  if (process.env.npm_lifecycle_event) setInterval(look, PARENT_LOOK_MS).unref();
}
