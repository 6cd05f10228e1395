import { env } from "@/lib/env";
import type { Context } from "@/lib/values/context";
import { type Answer, answerGathered } from "./calls/answer-gathered";
import { answerStream } from "./calls/answer-stream";
import { answerWhole } from "./calls/answer-whole";
import { beginCall } from "./calls/begin-call";
import type { ChatRequest, EmbeddingRequest } from "./schema";

/** How a caller is reached. */
export interface Caller {
  headers: Headers;
  /** Aborted when the caller leaves. */
  signal: AbortSignal;
  /** Gets what nobody is there to be told. */
  report: (error: unknown) => void;
}

/**
 * A chat through the gateway: held at its worst, run, charged by what it really used.
 * @throws Refusal before anything has cost anything; ProviderFault for what the provider did
 */
export async function completeChat(
  ctx: Context,
  body: ChatRequest,
  caller: Caller,
): Promise<Answer | Response> {
  const { headers, signal, report } = caller;
  const stream = body.stream === true;
  const speaks = Array.isArray(body.modalities) && body.modalities.includes("audio");
  const said = Math.max(body.max_completion_tokens ?? 0, body.max_tokens ?? 0);
  // What names no limit gets the installation's, and the provider is told, so that what is held is true.
  const limit = said > 0 ? null : env().ECU_GATEWAY_MAX_TOKENS;
  const outputTokens = (limit ?? said) * (body.n ?? 1);
  const call = await beginCall(ctx, {
    operation: "chat",
    ...{ body, headers, stream, limit, outputTokens, speaks },
  });
  if (stream) return answerStream(call, signal, report);
  // Sound cannot be put together from its parts.
  if (!call.target.tellsCost || speaks) return answerWhole(call);
  return answerGathered(call, headers.has("idempotency-key") ? null : signal);
}

/** Embeddings through the gateway. @throws as `completeChat` does */
export async function embed(ctx: Context, body: EmbeddingRequest, { headers }: Caller): Promise<Response> {
  const bounds = { limit: null, outputTokens: 0, speaks: false };
  return answerWhole(
    await beginCall(ctx, { operation: "embedding", body, headers, stream: false, ...bounds }),
  );
}
