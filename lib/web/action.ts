import "server-only";
import { cookies, headers } from "next/headers";
import { createSafeActionClient } from "next-safe-action";
import type { z } from "zod";
import { contextOfMember } from "@/lib/accounts/context-of";
import type { Person } from "@/lib/accounts/find-session";
import { type Operator, operatorOf } from "@/lib/accounts/operator";
import { chooseAccount } from "@/lib/accounts/rules/choose-account";
import { type Context, type Permission, requirePermission } from "@/lib/values/context";
import { type FieldFault, notFound, Refusal } from "@/lib/values/refusal";
import type { ActionResult } from "./action-result";
import { addressOf } from "./address";
import { refusalOfFaults } from "./check";
import { checkOrigin } from "./check-origin";
import { noteAccount, withScope } from "./logging/request-scope";
import { refusalOf } from "./problem";
import { newRequestId } from "./request-id";
import { ACCOUNT_COOKIE, personOfCookie, SESSION_COOKIE } from "./session-cookie";
import { refuseUnstorable } from "./strict-json";

/** Where an action was called from, for limits and the log. */
export interface Caller {
  requestId: string;
  address: string;
  userAgent: string;
}

/** What a test learns of an action without calling it. `permission` is null where no account is involved. */
export interface ActionInfo {
  door: "account" | "person" | "operator" | "public";
  permission: Permission | null;
  schema: z.ZodType;
}

/**
 * A server action that went through the pipeline. `accountId` names the account that the page shows, so that a form
 * in one tab never acts on the account chosen in another; without it the account looked at last is meant.
 */
export interface Action<Input, Data> {
  (input: Input, accountId?: string): Promise<ActionResult<Data>>;
  readonly action: ActionInfo;
}

/**
 * The one door for forms: Origin, session, account, permission, input by the verb's own schema, and a typed result.
 * Verbs write the audit log themselves, in their own transaction.
 */
export function action<Output, Input, Data>(
  permission: Permission,
  schema: z.ZodType<Output, Input>,
  run: (ctx: Context, input: Output) => Promise<Data>,
): Action<Input, Data> {
  const identify = async ({ requestId }: Caller, accountId: string | undefined) => {
    const person = await signedInPerson();
    refuseInView(person);
    const remembered = (await cookies()).get(ACCOUNT_COOKIE)?.value;
    const chosen = chooseAccount(person, accountId ?? null, remembered);
    const ctx = chosen === null ? null : contextOfMember(person, chosen, requestId);
    if (!ctx) throw notFound("account");
    noteAccount(ctx.accountId);
    requirePermission(ctx, permission);
    return ctx;
  };
  return door({ door: "account", permission, schema }, schema, identify, run);
}

/** An action of a person on themselves: their password, their sessions, an invitation. */
action.person = function personAction<Output, Input, Data>(
  schema: z.ZodType<Output, Input>,
  run: (person: Person, input: Output, caller: Caller) => Promise<Data>,
  /** For what ends the view, such as to sign out. */
  { alsoInView = false }: { alsoInView?: boolean } = {},
): Action<Input, Data> {
  const identify = async () => {
    const person = await signedInPerson();
    if (!alsoInView) refuseInView(person);
    return person;
  };
  return door({ door: "person", permission: null, schema }, schema, identify, run);
};

/** An action of someone who runs this installation. For everybody else it does not exist. */
action.operator = function operatorAction<Output, Input, Data>(
  schema: z.ZodType<Output, Input>,
  run: (operator: Operator, input: Output) => Promise<Data>,
): Action<Input, Data> {
  const identify = async ({ requestId }: Caller) => operatorOf(await signedInPerson(), requestId);
  return door({ door: "operator", permission: null, schema }, schema, identify, run);
};

/** An action of someone who is not signed in: sign up, a forgotten password. Its verb limits how often. */
action.public = function publicAction<Output, Input, Data>(
  schema: z.ZodType<Output, Input>,
  run: (caller: Caller, input: Output) => Promise<Data>,
): Action<Input, Data> {
  return door({ door: "public", permission: null, schema }, schema, async (caller) => caller, run);
};

function door<Output, Input, Who, Data>(
  info: ActionInfo,
  schema: z.ZodType<Output, Input>,
  identify: (caller: Caller, accountId: string | undefined) => Promise<Who>,
  run: (who: Who, input: Output, caller: Caller) => Promise<Data>,
): Action<Input, Data> {
  const handle = async (input: Input, accountId?: string): Promise<ActionResult<Data>> => {
    const sent = await headers();
    const caller = callerOf(sent);
    const safely = createSafeActionClient({ handleServerError: (error) => fault(error, caller.requestId) })
      .use(async ({ next }) => {
        checkOrigin(sent);
        refuseUnstorable(input, []);
        return next({ ctx: { who: await identify(caller, accountId) } });
      })
      .inputSchema(schema)
      .action(async ({ parsedInput, ctx }) => ({ data: await run(ctx.who, parsedInput, caller) }));
    const result = await withScope({ requestId: caller.requestId }, () => safely(input));
    if (result.data) return { ok: true, data: result.data.data };
    if (result.serverError) return result.serverError;
    return fault(refusalOfFaults(faultsOfTree(result.validationErrors)), caller.requestId);
  };
  return Object.assign(handle, { action: info });
}

/** Only a Refusal reaches the browser with its message; of anything else, the request id. */
function fault(error: unknown, requestId: string): Extract<ActionResult<never>, { ok: false }> {
  const refusal = refusalOf(error, requestId);
  const message =
    refusal?.message ?? "Something went wrong on our side. Try again, or quote the request id to support.";
  return {
    ok: false,
    code: refusal?.code ?? "internal_error",
    message,
    faults: refusal?.faults ?? [],
    requestId,
  };
}

// The library answers `{ members: { 0: { email: { _errors: ["…"] } } } }`; forms want `members.0.email`.
function faultsOfTree(tree: unknown, path: readonly string[] = []): FieldFault[] {
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([name, value]) =>
    name === "_errors" && Array.isArray(value)
      ? value.map((message) => ({ field: path.join(".") || "form", message: String(message) }))
      : faultsOfTree(value, [...path, name]),
  );
}

function callerOf(sent: Headers): Caller {
  return {
    requestId: newRequestId(),
    address: addressOf(sent),
    userAgent: (sent.get("user-agent") ?? "").slice(0, 300),
  };
}

/** Who views an account as its people see it changes nothing, neither there nor of their own: whatever the verb, and before it is asked. */
function refuseInView({ viewing }: Person): void {
  if (viewing)
    throw new Refusal(
      "forbidden",
      `You view ${viewing.accountName} as its people see it: nothing can be changed. Leave the view first.`,
    );
}

async function signedInPerson(): Promise<Person> {
  const person = await personOfCookie((await cookies()).get(SESSION_COOKIE)?.value);
  if (!person)
    throw new Refusal(
      "unauthenticated",
      "You are signed out. Sign in again in another tab; what you typed stays here.",
    );
  return person;
}
