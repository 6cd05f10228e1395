import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";

/**
 * Lines in a file that is only appended to. A line is with the operating system before anything is answered for which it
 * stands, so that a killed process has told nobody of what is lost with it.
 */
export class Journal {
  private descriptor: number | null = null;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Every whole line. A last one that was torn by the end of its process was never answered, and is left out. */
  read(): string[] {
    let text = "";
    try {
      text = readFileSync(this.path, "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
    const end = text.lastIndexOf("\n");
    return end < 0 ? [] : text.slice(0, end).split("\n");
  }

  /** Begins a new file with these lines in place of all others, and opens it for appending. */
  restart(lines: Iterable<string>): void {
    const half = `${this.path}.half`;
    const descriptor = openSync(half, "w", 0o600);
    for (const line of lines) writeSync(descriptor, `${line}\n`);
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(half, this.path);
    this.descriptor = openSync(this.path, "a", 0o600);
  }

  append(line: string): void {
    if (this.descriptor === null) throw new Error("The journal is not open.");
    const bytes = Buffer.from(`${line}\n`);
    for (let written = 0; written < bytes.length;) written += writeSync(this.descriptor, bytes, written);
  }

  close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor);
    this.descriptor = null;
  }

  private get path(): string {
    return join(this.folder, "generations.jsonl");
  }
}
