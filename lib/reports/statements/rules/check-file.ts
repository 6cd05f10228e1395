import type { SignedDocument } from "../schema";
import { checkHead, type Finding } from "./check-document";
import { RowsCheck } from "./check-rows";
import { Points } from "./points";

export interface FileReport {
  /** Nothing that was looked at is wrong. */
  ok: boolean;
  document: SignedDocument | null;
  key: string | null;
  findings: Finding[];
}

/** Checks one file as it is read, line by line; what other files say of the same chain is in `points`. */
export class FileCheck {
  readonly #head: string[] = [];
  #rows: RowsCheck | null = null;
  #report: FileReport | null = null;

  constructor(
    readonly name: string,
    readonly trusted: ReadonlySet<string> | null = null,
    readonly points: Points = new Points(),
  ) {}

  /** The next line. Line ends of other systems and empty lines mean nothing. */
  line(text: string): void {
    const line = text.endsWith("\r") ? text.slice(0, -1) : text;
    if (line === "") return;
    if (this.#rows) return this.#rows.step(line);
    // Without a document there is nothing to hold rows against.
    if (this.#report) return;
    this.#head.push(line);
    if (this.#head.length === 2) this.#open();
  }

  finish(): FileReport {
    this.#open();
    const report = this.#report ?? { ok: false, document: null, key: null, findings: [] };
    const findings = this.#rows ? [...report.findings, this.#rows.finish()] : report.findings;
    return { ...report, findings, ok: findings.every(({ ok }) => ok) };
  }

  #open(): void {
    if (this.#report) return;
    const [first = "", second = ""] = this.#head;
    const { document, key, findings } = checkHead([first, second], this.trusted);
    this.#report = { ok: false, document, key, findings };
    if (!document) return;
    const faults = this.points.add(document, this.name);
    if (faults.length > 0)
      this.#report.findings.push({ ok: false, check: "Other files", detail: faults.join("; ") });
    this.#rows = new RowsCheck(document, this.points, this.name);
  }
}

/** Checks a whole file that is at hand as text. */
export function checkText(text: string, trusted: ReadonlySet<string> | null = null): FileReport {
  const check = new FileCheck("this file", trusted);
  for (const line of text.split("\n")) check.line(line);
  return check.finish();
}
