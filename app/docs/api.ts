import { OPERATIONS } from "@/app/api/v1/openapi.json/operations";
import { anchorOf } from "@/components/docs/anchors";
import { type DescribedOperation, describeApi, type OpenApiDocument } from "@/lib/web/openapi/document";

interface Call {
  method: string;
  path: string;
  operation: DescribedOperation;
}

/** Calls of one kind, which have a page. */
export interface CallGroup {
  name: string;
  href: string;
  calls: Call[];
}

interface Api {
  info: OpenApiDocument["info"];
  groups: CallGroup[];
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
      href: `/docs/api/${anchorOf(name)}`,
      calls: calls.filter(({ operation }) => operation.tags[0] === name),
    })),
  };
}
