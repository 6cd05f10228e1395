import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import { expect, it } from "vitest";
import { OPERATIONS } from "@/app/api/v1/openapi.json/operations";
import { describeApi } from "@/lib/web/openapi/document";

/** As a reader of the published document gets it. */
const published = (): OpenAPI3 => JSON.parse(JSON.stringify(describeApi(OPERATIONS))) as OpenAPI3;

it("has the types of the API as it is described now; `npm run client` writes them", async () => {
  // What has a default need not be sent.
  const types = astToString(await openapiTS(published(), { defaultNonNullable: false }));
  const head = "/** The API's types, written by `npm run client` from its OpenAPI document. */\n\n";
  await expect(head + types).toMatchFileSnapshot("schema.d.ts");
}, 60_000);
