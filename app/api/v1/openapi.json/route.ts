import { endpoint } from "@/lib/web/endpoint";
import { describeApi } from "@/lib/web/openapi/document";
import { OPERATIONS } from "./operations";

/** The API's description, built from the schemas that its routes read with. */
export const GET = endpoint.public({
  run: async () => ({ body: describeApi(OPERATIONS), headers: { "cache-control": "public, max-age=60" } }),
});
