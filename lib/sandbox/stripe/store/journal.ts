import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Kind } from "./kinds";

/** One object as it is after a change; null where it is gone. */
export type Change = [kind: Kind, id: string, object: object | null];

/**
 * What was committed, a line each, in a file that is only appended to. A line is with the operating system before the
 * request that made it is answered, so that a killed process has lost nothing that it has told anybody.
 */
export class Journal {
  private descriptor: number | null = null;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Every whole line. A last one that was torn by the end of its process was never answered, and is left out. */
  *read(): Generator<Change[]> {
    const text = this.text();
    const end = text.lastIndexOf("\n");
    if (end < 0) return;
    for (const line of text.slice(0, end).split("\n")) yield JSON.parse(line) as Change[];
  }

  /** Begins a new file with what is there now in place of all that led to it, and opens it for appending. */
  restart(changes: Iterable<Change>): void {
    const half = `${this.path}.half`;
    const descriptor = openSync(half, "w", 0o600);
    for (const change of changes) writeSync(descriptor, `${JSON.stringify([change])}\n`);
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(half, this.path);
    this.descriptor = openSync(this.path, "a", 0o600);
  }

  append(changes: Change[]): void {
    if (this.descriptor === null) throw new Error("The journal is not open.");
    const line = Buffer.from(`${JSON.stringify(changes)}\n`);
    for (let written = 0; written < line.length;) written += writeSync(this.descriptor, line, written);
  }

  close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor);
    this.descriptor = null;
  }

  private get path(): string {
    return join(this.folder, "journal.jsonl");
  }

  private text(): string {
    try {
      return readFileSync(this.path, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
      throw error;
    }
  }
}
