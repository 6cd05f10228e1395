import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CliFault } from "./output";

/** Writes what a command exports: to the file that `--out` names, or to standard output. @throws CliFault when the file cannot be written */
export async function writeOut(
  content: Iterable<string> | ReadableStream<Uint8Array>,
  out: string | undefined,
): Promise<void> {
  const file = out === undefined ? process.stdout : (await opened(out)).createWriteStream();
  await pipeline(Readable.from(content), file, { end: out !== undefined });
}

function opened(out: string) {
  return open(out, "w").catch((error: Error) => {
    throw new CliFault(`--out ${out} cannot be written: ${error.message}`);
  });
}
