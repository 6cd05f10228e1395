import { hash } from "node:crypto";
import { type HoldResult, readHold } from "@/lib/ledger/holds";
import { holdWork } from "@/lib/metering/preflight/hold-work";
import { scopeOfOperation } from "@/lib/metering/preflight/scope-of";
import { GATEWAY_HOLD } from "@/lib/metering/rules/gateway-names";
import { type Context, requirePermission } from "@/lib/values/context";
import { newId } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";
import { chooseTarget, type Target } from "../provider/choose-target";
import { requireBounded } from "../rules/bounded";
import { inputBound, readPrompt } from "../rules/prompt";
import type { GatewayCall } from "./call";
import { refuseCrowd } from "./crowd";
import { readDimensions } from "./dimensions";
import { HOLD_MS } from "./heartbeat";
import { type Ahead, priceAhead } from "./price-ahead";
import { insertCall } from "./rows";

/** What a caller asks for. */
export interface Asked {
  operation: GatewayCall["operation"];
  body: Readonly<Record<string, unknown>> & { model: string };
  headers: Headers;
  stream: boolean;
  /** The limit of output tokens that the provider is to be told; null when the body names one. */
  limit: number | null;
  /** The most tokens that it may produce. */
  outputTokens: number;
  /** Whether they may be sound. */
  speaks: boolean;
}

/** A call that may run: it is held for, and written down. */
export interface BegunCall extends GatewayCall {
  target: Target;
  body: Asked["body"];
}

/** So many calls may fail under one Idempotency-Key. */
const MAX_TRIES = 20;

/**
 * Everything that comes before the provider: price at its worst, hold, row. Nothing has cost anything when it refuses.
 * @throws Refusal `insufficient_credits`, `budget_exceeded`, `mandate_exceeded` and its kin, `invalid_request`, `unprocessable`, `rate_limited`
 */
export async function beginCall(ctx: Context, asked: Asked): Promise<BegunCall> {
  requirePermission(ctx, "usage:write");
  refuseCrowd(ctx.accountId);
  const { operation, body, headers, stream } = asked;
  const { model } = body;
  const said = readDimensions(headers, body);
  const target = await chooseTarget(ctx.accountId, headers.get("ecu-provider"));
  if (!target.byok) requireBounded(body);
  const ahead = await priceAhead(ctx, operationOf(asked, said.feature, target), target.pricedAs);
  const { mandate, member, team, project } = said;
  const scope = scopeOfOperation(ctx, ahead.operation, { mandate, member, team, project });
  const held = await holdFor(ctx, ahead, scope, stream ? null : headers.get("idempotency-key"));
  const call: BegunCall = {
    ...{ ctx, operation, model, stream, target },
    body: withLimit(body, asked.limit, target),
    id: held.hold.id,
    hold: held.hold,
    provider: target.slug,
    byok: target.byok,
    dimensions: { ...said, pricedAs: ahead.pricedAs },
    startedAt: held.hold.createdAt,
  };
  if (await insertCall(call)) return call;
  throw running();
}

// OpenAI's newer models refuse the older name, and others do not know the newer one.
function withLimit(body: Asked["body"], limit: number | null, { slug }: Target): Asked["body"] {
  if (limit === null) return body;
  return { ...body, [slug === "openai" ? "max_completion_tokens" : "max_tokens"]: limit };
}

function operationOf(
  { operation, body, outputTokens, speaks }: Asked,
  feature: string,
  { byok }: Target,
): Parameters<typeof priceAhead>[1] {
  const prompt = readPrompt(body);
  const { tokens, audioTokens } = inputBound(prompt);
  const quantities = {
    ...(audioTokens > 0 && { input_audio_token: String(audioTokens) }),
    ...(speaks && { output_audio_token: String(outputTokens) }),
  };
  return {
    ...{ feature, operation, model: body.model, byok },
    input_tokens: tokens,
    // Writing to a cache costs more than reading afresh, where a caller asks for it.
    cache_write_tokens: prompt.text.includes('"cache_control"') ? tokens : 0,
    max_output_tokens: outputTokens,
    ...(Object.keys(quantities).length > 0 && { quantities }),
  };
}

/**
 * One hold for each try under an Idempotency-Key: what gave its hold back may be tried again, what runs or was charged may not, so that a repeat
 * never calls the provider twice for one answer.
 */
async function holdFor(
  ctx: Context,
  { worst, operation }: Ahead,
  scope: ReturnType<typeof scopeOfOperation>,
  key: string | null,
): Promise<HoldResult> {
  const base = key === null ? newId() : hash("sha256", key);
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const held = await holdWork(ctx, {
      unit: worst.unit,
      amount: worst.amount,
      description: worst.lines[0]?.description ?? operation.model ?? "Gateway call",
      scope,
      idempotencyKey: `${GATEWAY_HOLD}${base}:${attempt}`,
      expiresAt: new Date(Date.now() + HOLD_MS),
      refType: "gateway_call",
      refId: `${base}:${attempt}`,
    });
    if (!held.replayed) return held;
    const { status } = await readHold(ctx, held.hold.id);
    if (status === "open") throw running();
    if (status === "captured") throw lost(held.hold.id);
  }
  throw new Refusal("conflict", "This Idempotency-Key has failed too often. Use a new one.");
}

function running(): Refusal {
  return new Refusal(
    "request_in_progress",
    "A call with this Idempotency-Key is being run. Try again in a second.",
    [],
    1,
  );
}

function lost(id: string): Refusal {
  return new Refusal(
    "conflict",
    `The call ${id} with this Idempotency-Key was run and charged, and its answer was lost. Use a new key to run it again.`,
  );
}
