import { commandOf, type Program } from "@/lib/programs/bundle.mjs";
import { Child, HOPELESS } from "./child";
import { Database } from "./database";
import type { ProcessTable } from "./process-table";
import type { ProviderPlace } from "./sandboxes";
import type { Secrets } from "./secrets";

const WEB_GRACE_MS = 32_000;
const WORKER_GRACE_MS = 20_000;
const MAILBOX_GRACE_MS = 2_000;
const STRIPE_GRACE_MS = 2_000;
const PROVIDER_GRACE_MS = 2_000;
// Slow enough for a stream to look like one.
const TOKEN_MS = 10;

/** What the supervisor keeps running. The database starts first and ends last. */
export class Services {
  private readonly children: Child[] = [];
  private database: Promise<Database> | undefined;
  private stopping = false;

  /** @param logs the folder for logs; null to write where the supervisor writes */
  constructor(
    private readonly table: ProcessTable,
    private readonly logs: string | null,
  ) {}

  async startDatabase(
    dataDir: string,
    { ownerPassword, appPassword }: Secrets,
  ): Promise<{ appUrl: string; ownerUrl: string }> {
    const onPid = (pid: number | undefined) => this.table.set("postgres", pid);
    const onFault = (error: unknown) => console.error(error);
    this.database = Database.start({ dataDir, ownerPassword, onPid, onFault });
    const database = await this.database;
    return { appUrl: database.appUrl(appPassword), ownerUrl: database.ownerUrl };
  }

  startMailbox(env: NodeJS.ProcessEnv, folder: string, ports: { smtp: number; http: number }): Promise<void> {
    const own = {
      MAILBOX_DIR: folder,
      MAILBOX_SMTP_PORT: String(ports.smtp),
      MAILBOX_HTTP_PORT: String(ports.http),
    };
    // It needs none of the secrets.
    return this.startProgram(
      "mailbox",
      "lib/sandbox/mailbox/main.ts",
      { PATH: env.PATH, NODE_ENV: env.NODE_ENV, ...own },
      MAILBOX_GRACE_MS,
    );
  }

  startStripeSandbox(
    env: NodeJS.ProcessEnv,
    folder: string,
    port: number,
    webhook: { url: string; secret: string },
  ): Promise<void> {
    const own = {
      STRIPE_SANDBOX_DIR: folder,
      STRIPE_SANDBOX_PORT: String(port),
      STRIPE_SANDBOX_WEBHOOK_URL: webhook.url,
      STRIPE_SANDBOX_WEBHOOK_SECRET: webhook.secret,
    };
    return this.startProgram(
      "stripe",
      "lib/sandbox/stripe/main.ts",
      { PATH: env.PATH, NODE_ENV: env.NODE_ENV, ...own },
      STRIPE_GRACE_MS,
    );
  }

  startProviderSandbox(env: NodeJS.ProcessEnv, folder: string, { port, key }: ProviderPlace): Promise<void> {
    const own = {
      PROVIDER_SANDBOX_DIR: folder,
      PROVIDER_SANDBOX_PORT: String(port),
      PROVIDER_SANDBOX_KEY: key,
      PROVIDER_SANDBOX_TOKEN_MS: String(TOKEN_MS),
    };
    return this.startProgram(
      "provider",
      "lib/sandbox/provider/main.ts",
      { PATH: env.PATH, NODE_ENV: env.NODE_ENV, ...own },
      PROVIDER_GRACE_MS,
    );
  }

  startWorker(env: NodeJS.ProcessEnv, index: number): Promise<void> {
    return this.startProgram(numbered("worker", index), "lib/worker/main.ts", env, WORKER_GRACE_MS);
  }

  startWeb(env: NodeJS.ProcessEnv, port: number, index: number): void {
    this.start(
      numbered("web", index),
      ["--max-semi-space-size=64", "lib/cli/web.mjs"],
      { ...env, PORT: String(port) },
      WEB_GRACE_MS,
    );
  }

  get isStopping(): boolean {
    return this.stopping;
  }

  /** Why waiting for readiness is in vain, if it is. */
  trouble(): string | null {
    const failing = this.children.filter(({ failed }) => failed >= HOPELESS).map(({ name }) => name);
    if (failing.length === 0) return null;
    return `${failing.join(", ")} ended ${HOPELESS} times right after the start; ${this.logs ? `the reason is in ${this.logs}` : "the reason is above"}.`;
  }

  /** Ends everything in order; `isUrgent` without waiting for what is in hand. May be called again, with more urgency. */
  async stop(isUrgent = false): Promise<void> {
    this.stopping = true;
    await Promise.all(this.children.map((child) => child.stop(isUrgent)));
    const database = await this.database?.catch(() => undefined);
    await database?.stop();
  }

  /** Bundled now: who is started again later runs what the others of this start run, like the console's build. */
  private async startProgram(
    name: string,
    entry: Program,
    env: NodeJS.ProcessEnv,
    graceMs: number,
  ): Promise<void> {
    this.start(name, await commandOf(entry), env, graceMs);
  }

  private start(name: string, script: readonly string[], env: NodeJS.ProcessEnv, graceMs: number): void {
    if (this.stopping) return;
    const onPid = (pid: number | undefined) => this.table.set(name, pid);
    const onHopeless = () => console.error(this.trouble());
    this.children.push(new Child({ name, script, env, logs: this.logs, graceMs, onPid, onHopeless }));
  }
}

function numbered(name: string, index: number): string {
  return index === 0 ? name : `${name}-${index + 1}`;
}
