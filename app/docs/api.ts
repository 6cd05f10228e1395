import { OPERATIONS } from "@/app/api/v1/openapi.json/operations";
import { type DescribedOperation, describeApi, type OpenApiDocument } from "@/lib/web/openapi/document";

interface Call {
  method: string;
  path: string;
  operation: DescribedOperation;
}

interface Api {
  info: OpenApiDocument["info"];
  groups: { name: string; calls: Call[] }[];
}

let described: Api | undefined;

/** The calls of the API by groups, from the same document that programs read. It is the same for everybody. */
export function apiInGroups(): Api {
  return (described ??= group());
}

function group(): Api {
  const { info, tags, paths } = describeApi(OPERATIONS);
  const calls = OPERATIONS.flatMap(({ path, method }) => {
    const operation = paths[path]?.[method];
    return operation ? [{ path, method, operation }] : [];
  });
  return {
    info,
    groups: tags.map(({ name }) => ({
      name,
      calls: calls.filter(({ operation }) => operation.tags[0] === name),
    })),
  };
}
