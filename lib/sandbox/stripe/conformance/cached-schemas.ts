import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateSchemas, RESOURCES } from "./generate-schemas";
import type { Schemas } from "./schema";

const HERE = dirname(fileURLToPath(import.meta.url));
const FOLDER = join(HERE, "../../../../.cache/stripe-schemas");

/** The schemas of these calls: made once, and again when the `stripe` package, the generator or the calls change. */
export function cachedSchemas(calls: readonly string[]): Schemas {
  const file = join(FOLDER, `${keyOf(calls)}.json`);
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Schemas;
  } catch {
    const schemas = generateSchemas(calls);
    mkdirSync(FOLDER, { recursive: true });
    // Another process may be at it as well: each writes a file of its own, and the last one stays.
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(schemas));
    renameSync(`${file}.${process.pid}`, file);
    return schemas;
  }
}

function keyOf(calls: readonly string[]): string {
  const hash = createHash("sha256").update(calls.join());
  hash.update(readFileSync(join(RESOURCES, "../../package.json")));
  for (const name of readdirSync(HERE).sort())
    if (!name.includes("test")) hash.update(readFileSync(join(HERE, name)));
  return hash.digest("hex").slice(0, 16);
}
