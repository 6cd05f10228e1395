import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A method of the SDK that makes one call of the API. */
export interface SdkCall {
  /** The declarations of its class. */
  file: string;
  className: string;
  method: string;
  /** Method and path, with `{}` for each id: `POST /v1/customers/{}`. */
  call: string;
}

const CLASS = /^export class (\w+) extends StripeResource \{$/;
const METHOD = /^ {4}(\w+)\(.*\) \{$/;
const REQUEST = /_makeRequest\('(GET|POST|DELETE)', ['`]([^'`]+)['`]/;

/** Every call that the installed `stripe` package makes under `/v1`, read from its code. */
export function sdkCalls(resources: string): SdkCall[] {
  return readdirSync(resources, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js") && !name.startsWith("V2"))
    .flatMap((name) => callsIn(join(resources, name)));
}

function callsIn(script: string): SdkCall[] {
  const found: SdkCall[] = [];
  let className = "";
  let method = "";
  for (const line of readFileSync(script, "utf8").split("\n")) {
    className = CLASS.exec(line)?.[1] ?? className;
    method = METHOD.exec(line)?.[1] ?? method;
    const [, verb, path] = REQUEST.exec(line) ?? [];
    if (!verb || !path) continue;
    const call = `${verb} ${path.replace(/\$\{[^}]+\}/g, "{}")}`;
    found.push({ file: script.replace(/\.js$/, ".d.ts"), className, method, call });
  }
  return found;
}

/** The same for a route of the sandbox: `POST /v1/customers/:id`. */
export function callOf(method: string, path: string): string {
  return `${method} ${path.replace(/:\w+/g, "{}")}`;
}
