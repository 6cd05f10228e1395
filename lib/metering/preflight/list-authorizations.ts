import { listOpenHolds } from "@/lib/ledger/list-open-holds";
import { type Context, requirePermission } from "@/lib/values/context";
import { nextLink } from "@/lib/values/next-link";
import { type AuthorizationView, viewOf } from "./authorizations";
import type { AuthorizationQuery } from "./schema";

/** What credit is held for now, newest first, also by calls of the gateway that run. @throws Refusal `forbidden`, `invalid_request` for a `before` that is none of this wallet's holds */
export async function listAuthorizations(
  ctx: Context,
  { unit = "credit", before, limit = 50 }: AuthorizationQuery,
  url: string,
): Promise<{ body: AuthorizationView[]; headers?: Record<string, string> }> {
  requirePermission(ctx, "authorizations:write");
  const holds = await listOpenHolds(ctx, { unit, before: before ?? null, limit: limit + 1 });
  const shown = holds.slice(0, limit);
  return {
    body: shown.map((hold) => viewOf({ hold, transactions: [] })),
    ...nextLink(url, holds.length > limit ? shown.at(-1)?.id : null),
  };
}
