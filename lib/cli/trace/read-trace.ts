import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { CliFault } from "../output";
import { formatOf, type TraceCall, type TraceFormat } from "./formats";

/** What is known of a trace before it is replayed. */
export interface TraceFile {
  path: string;
  format: TraceFormat;
  calls: number;
  /** SHA-256 of the content: the same file gives the same ids, whatever it is called. */
  digest: string;
  /** Milliseconds of the first and the last call. */
  first: number;
  last: number;
}

export interface NumberedCall extends TraceCall {
  /** The line of the file, from 1. */
  line: number;
}

/** Reads a trace once to know how much there is of it. @throws CliFault for a file that cannot be read */
export async function surveyTrace(path: string): Promise<TraceFile> {
  const digest = await digestOf(path).catch((error: unknown) => {
    throw new CliFault(`${path} cannot be read: ${error instanceof Error ? error.message : "unknown fault"}`);
  });
  let format: TraceFormat | undefined;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    format = formatOf(line);
    break;
  }
  if (!format) throw new CliFault(`${path} is empty`);
  const found = { calls: 0, first: Infinity, last: -Infinity };
  for await (const { at } of readCalls({ path, format })) {
    found.calls += 1;
    found.first = Math.min(found.first, at);
    found.last = Math.max(found.last, at);
  }
  if (found.calls === 0) throw new CliFault(`${path} has no calls`);
  return { path, format, digest, ...found };
}

/** The calls of a trace, line by line. @throws CliFault that names the line that cannot be read */
export async function* readCalls({
  path,
  format,
}: Pick<TraceFile, "path" | "format">): AsyncGenerator<NumberedCall, void> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    if ((format.headed && number === 1) || line.trim() === "") continue;
    let call: TraceCall;
    try {
      call = format.read(line);
    } catch {
      throw new CliFault(
        `${path}:${number}: this line is not a call of a ${format.name} trace: ${line.slice(0, 120)}`,
      );
    }
    yield { ...call, line: number };
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
