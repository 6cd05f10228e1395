import type { DescribedOperation } from "@/lib/web/openapi/document";

/** A call as a command that works when it is pasted, once KEY is a key. */
export function curlOf(
  origin: string,
  method: string,
  path: string,
  { requestBody, parameters }: DescribedOperation,
): string {
  const body = requestBody?.content["application/json"]?.example;
  const keyed = parameters.some(({ name, required }) => name === "Idempotency-Key" && required);
  const url = `${origin}${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase())}`;
  return [
    `curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}"${url}" \\`,
    `  -H "Authorization: Bearer KEY"${keyed || body !== undefined ? " \\" : ""}`,
    ...(keyed ? [`  -H "Idempotency-Key: $(uuidgen)"${body === undefined ? "" : " \\"}`] : []),
    ...(body === undefined
      ? []
      : [`  -H "Content-Type: application/json" \\`, `  -d '${JSON.stringify(body)}'`]),
  ].join("\n");
}
