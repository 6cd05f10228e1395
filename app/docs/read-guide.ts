import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A guide's Markdown, from the same file that stands beside the sources. */
export function readGuide(name: string): Promise<string> {
  return readFile(join(process.cwd(), "public", "guides", `${name}.md`), "utf8");
}
