import type { DescribedOperation } from "@/lib/web/openapi/document";

/** A line's length that a page shows whole. */
const SHORT = 44;

/** A call as a command that works when it is pasted, once KEY is a key and ACCOUNT, where it stands, an account's id. */
export function curlOf(
  origin: string,
  method: string,
  path: string,
  { requestBody, parameters }: DescribedOperation,
): string {
  const body = requestBody?.content["application/json"]?.example;
  const needs = (header: string) => parameters.some(({ name, required }) => name === header && required);
  const url = `${origin}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase())}`;
  return [
    `curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}"${url}"`,
    `-H "Authorization: Bearer KEY"`,
    ...(needs("Ecu-Account") ? [`-H "Ecu-Account: ACCOUNT"`] : []),
    ...(needs("Idempotency-Key") ? [`-H "Idempotency-Key: $(uuidgen)"`] : []),
    ...(body === undefined ? [] : [`-H "Content-Type: application/json"`, `-d '${inLines(body)}'`]),
  ].join(" \\\n  ");
}

/** What is long is written in lines, which a shell takes as well. */
function inLines(body: unknown): string {
  const text = JSON.stringify(body);
  return text.length > SHORT ? JSON.stringify(body, null, 2) : text;
}
