import { setTimeout as sleep } from "node:timers/promises";
import { type Embedded, startEmbedded } from "@/lib/db/embedded";
import { asAppRole } from "@/lib/db/app-role";
import { isAlive } from "./identity";

const LOOK_MS = 250;

export interface DatabaseSpec {
  dataDir: string;
  ownerPassword: string;
  onPid: (pid: number | undefined) => void;
  onFault: (error: unknown) => void;
}

/** The embedded PostgreSQL, kept running: one that dies is started again on the same port, which its clients know. */
export class Database {
  private isStopping = false;
  private readonly kept: Promise<void>;

  private constructor(
    private readonly spec: DatabaseSpec,
    private server: Embedded,
  ) {
    this.kept = this.keep();
  }

  static async start(spec: DatabaseSpec): Promise<Database> {
    const server = await startEmbedded(spec);
    spec.onPid(server.pid);
    return new Database(spec, server);
  }

  get ownerUrl(): string {
    return this.server.ownerUrl;
  }

  /** The same database for the application's role. */
  appUrl(password: string): string {
    return asAppRole(this.ownerUrl, password);
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    await this.kept;
    await this.server.stop();
    this.spec.onPid(undefined);
  }

  private async keep(): Promise<void> {
    const { spec } = this;
    while (!this.isStopping) {
      await sleep(LOOK_MS);
      if (this.isStopping || isAlive(this.server.pid)) continue;
      spec.onPid(undefined);
      try {
        this.server = await startEmbedded({ ...spec, port: this.server.port });
        spec.onPid(this.server.pid);
      } catch (error) {
        // It was tried for half a minute; a full disk may yet be emptied.
        spec.onFault(error);
      }
    }
  }
}
