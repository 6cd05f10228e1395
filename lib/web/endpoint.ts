import "server-only";
import { z } from "zod";
import { type Operator, operatorOf } from "@/lib/accounts/operator";
import { noteFile } from "@/lib/backoffice/views/note-file";
import { type Context, type Permission, requirePermission } from "@/lib/values/context";
import { invalid } from "@/lib/values/refusal";
import { authenticate, personOfSession } from "./authenticate";
import { once } from "./idempotency";
import { check } from "./check";
import { logged } from "./logging/logged";
import { noteAccount } from "./logging/request-scope";
import { problem } from "./problem";
import { readBody } from "./read-body";
import { newRequestId } from "./request-id";
import { isStorable, parseStrictJson } from "./strict-json";

const MAX_BYTES = 1_048_576;
const NO_QUERY = z.strictObject({});

/** For the doors of other protocols, whose clients may add parameters of their own to an address. */
export const ANY_QUERY = z.looseObject({});

/** An answer as a verb gives it: JSON with status 200, if nothing else is said. */
export interface Reply {
  status?: number;
  body: unknown;
  headers?: Record<string, string>;
}

interface Input<Params, Query, Body> {
  params: Params;
  query: Query;
  body: Body;
  request: Request;
}

interface Parts<Params, Query, Body> {
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** Of the body; 1 MiB if nothing else is said. */
  maxBytes?: number;
  /** How errors are told; `problem` if nothing else is said. */
  problem?: (error: unknown, requestId: string) => Response | Promise<Response>;
}

interface Spec<Params, Query, Body> extends Parts<Params, Query, Body> {
  /** What a key's scopes or a person's role must allow. */
  scope: Permission;
  /** Without it any parameter is refused: what is passed over would be taken for a filter that holds, or for a page. */
  query?: z.ZodType<Query>;
  /** Whether an answer can be kept for its Idempotency-Key. A stream cannot: there the key counts for nothing. */
  keeps?: (input: Input<Params, Query, Body>) => boolean;
  run: (ctx: Context, input: Input<Params, Query, Body>) => Promise<Reply | Response>;
}

interface OperatorSpec<Params, Query, Body> extends Parts<Params, Query, Body> {
  run: (operator: Operator, input: Input<Params, Query, Body>) => Promise<Reply | Response>;
}

interface PublicSpec<Params, Query, Body> extends Parts<Params, Query, Body> {
  run: (input: Input<Params, Query, Body> & { requestId: string }) => Promise<Reply | Response>;
}

/** What a test learns of a route without calling it. `scope` is null where no account is involved. */
export interface EndpointInfo {
  door: "account" | "operator" | "public";
  scope: Permission | null;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
}

/** A route handler of Next that went through the pipeline. */
export interface Endpoint {
  (request: Request, route?: { params: Promise<object> }): Promise<Response>;
  readonly endpoint: EndpointInfo;
}

/**
 * The one door for all routes: request id, API key or session, account, scope, rate limit, parsing that names the faulty
 * field, Idempotency-Key, and every error as `application/problem+json`. `run` gets what is checked and calls one verb.
 */
export function endpoint<Params = undefined, Query = undefined, Body = undefined>(
  spec: Spec<Params, Query, Body>,
): Endpoint {
  return door(spec, { door: "account", scope: spec.scope }, async (request, parse, requestId) => {
    const ctx = await authenticate(request, requestId);
    noteAccount(ctx.accountId);
    requirePermission(ctx, spec.scope);
    if (!spec.query) check(NO_QUERY, queryOf(request));
    const { input, bytes } = await parse();
    const run = () =>
      guarded(spec, requestId, async () => {
        const reply = answer(await spec.run(ctx, input));
        const file = ctx.actor.kind === "operator" ? fileOf(reply) : null;
        if (file !== null) await noteFile(ctx, file);
        return reply;
      });
    const key = request.method === "POST" ? request.headers.get("idempotency-key") : null;
    if (key === null || spec.keeps?.(input) === false) return run();
    const { pathname, search } = new URL(request.url);
    return once({ accountId: ctx.accountId, key, route: `POST ${pathname}${search}`, body: bytes }, run);
  });
}

/** A route that anyone may call: health, the API's description. The same pipeline without a caller. */
endpoint.public = function publicEndpoint<Params = undefined, Query = undefined, Body = undefined>(
  spec: PublicSpec<Params, Query, Body>,
): Endpoint {
  return door(spec, { door: "public", scope: null }, async (_request, parse, requestId) => {
    const { input } = await parse();
    return answer(await spec.run({ ...input, requestId }));
  });
};

/** A route of those who run this installation, by their session: what they download. For everybody else it does not exist. */
endpoint.operator = function operatorEndpoint<Params = undefined, Query = undefined, Body = undefined>(
  spec: OperatorSpec<Params, Query, Body>,
): Endpoint {
  return door(spec, { door: "operator", scope: null }, async (request, parse, requestId) => {
    const operator = operatorOf(await personOfSession(request), requestId);
    const { input } = await parse();
    return answer(await spec.run(operator, input));
  });
};

type Parse<Params, Query, Body> = () => Promise<{ input: Input<Params, Query, Body>; bytes: Uint8Array }>;

function door<Params, Query, Body>(
  parts: Parts<Params, Query, Body>,
  info: Pick<EndpointInfo, "door" | "scope">,
  enter: (request: Request, parse: Parse<Params, Query, Body>, requestId: string) => Promise<Response>,
): Endpoint {
  const { params, query, body } = parts;
  const handle = async (request: Request, route?: { params: Promise<object> }): Promise<Response> => {
    const requestId = newRequestId();
    const response = await logged(request, requestId, () =>
      guarded(parts, requestId, () => enter(request, () => parseRequest(parts, request, route), requestId)),
    );
    response.headers.set("request-id", requestId);
    if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
    if (request.method !== "HEAD") return response;
    // Nobody reads what it would say: what makes a file must hear of that.
    await response.body?.cancel();
    return new Response(null, response);
  };
  return Object.assign(handle, { endpoint: { ...info, params, query, body } });
}

async function guarded(
  { problem: tell = problem }: Pick<Parts<unknown, unknown, unknown>, "problem">,
  requestId: string,
  run: () => Promise<Response>,
): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    return tell(error, requestId);
  }
}

function answer(reply: Reply | Response): Response {
  if (reply instanceof Response)
    return new Response(reply.body, { status: reply.status, headers: new Headers(reply.headers) });
  return Response.json(reply.body, { status: reply.status ?? 200, headers: reply.headers });
}

/** What an answer is saved as; null where it is no file. */
function fileOf({ ok, headers }: Response): string | null {
  return (ok && /^attachment; filename="(.+)"$/.exec(headers.get("content-disposition") ?? "")?.[1]) || null;
}

async function parseRequest<Params, Query, Body>(
  parts: Parts<Params, Query, Body>,
  request: Request,
  route: { params: Promise<object> } | undefined,
): Promise<{ input: Input<Params, Query, Body>; bytes: Uint8Array }> {
  const bytes = parts.body ? await readBody(request, parts.maxBytes ?? MAX_BYTES) : new Uint8Array();
  const params = parts.params && check(parts.params, await route?.params);
  const query = parts.query && check(parts.query, queryOf(request));
  const body = parts.body && check(parts.body, parseStrictJson(bytes));
  // What a part has no schema for is undefined, which is what its type then says.
  return { input: { params, query, body, request } as Input<Params, Query, Body>, bytes };
}

/** Each name once. A link of the console names its account by `account`, which is the pipeline's. */
function queryOf(request: Request): Record<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of new URL(request.url).searchParams) {
    if (found.has(name)) throw invalid(name, "is given twice");
    if (!isStorable(value)) throw invalid(name, "contains characters that cannot be stored");
    found.set(name, value);
  }
  if (!request.headers.has("authorization")) found.delete("account");
  return Object.fromEntries(found);
}
