import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** One mail as it arrived. */
export interface Message {
  id: string;
  received_at: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string | null;
  headers: { name: string; value: string }[];
}

const KEPT = 500;

/** Mails in a folder, a file each, newest first. The oldest go when there are too many. */
export class Messages {
  private constructor(
    private readonly folder: string,
    private readonly list: Message[],
  ) {}

  static async open(folder: string): Promise<Messages> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const names = (await readdir(folder))
      .filter((name) => name.endsWith(".json"))
      .sort()
      .reverse();
    const read = await Promise.all(
      names.slice(0, KEPT).map((name) => readFile(join(folder, name), "utf8").then(parse)),
    );
    return new Messages(
      folder,
      read.filter((message) => message !== null),
    );
  }

  /** On disk when it returns. */
  async add(message: Omit<Message, "id" | "received_at">): Promise<Message> {
    const now = new Date().toISOString();
    const stored: Message = {
      id: `${now.replace(/\D/g, "")}-${randomUUID().slice(0, 8)}`,
      received_at: now,
      ...message,
    };
    const path = this.pathOf(stored.id);
    await writeFile(`${path}.half`, JSON.stringify(stored), { mode: 0o600 });
    await rename(`${path}.half`, path);
    this.list.unshift(stored);
    for (const old of this.list.splice(KEPT)) await rm(this.pathOf(old.id), { force: true });
    return stored;
  }

  all(): readonly Message[] {
    return this.list;
  }

  find(id: string): Message | undefined {
    return this.list.find((message) => message.id === id);
  }

  async clear(): Promise<void> {
    const gone = this.list.splice(0);
    await Promise.all(gone.map(({ id }) => rm(this.pathOf(id), { force: true })));
  }

  private pathOf(id: string): string {
    return join(this.folder, `${id}.json`);
  }
}

function parse(text: string): Message | null {
  try {
    return JSON.parse(text) as Message;
  } catch {
    return null;
  }
}
