import { randomBytes } from "node:crypto";
import { findModel } from "../prices/rates";
import { Failure } from "../server/failure";
import type { Generation } from "./generation";

export interface Beginning {
  key: string;
  model: string;
  kind: Generation["kind"];
  streamed: boolean;
  promptTokens: number;
  cachedTokens: number;
}

/** A generation that has produced nothing yet. @throws Failure for a model that there is not, or a prompt that it cannot take */
export function beginGeneration(beginning: Beginning, mostTokens: number): Generation {
  const { model, promptTokens } = beginning;
  const now = new Date();
  const found = findModel(model, promptTokens, now);
  if (!found)
    throw new Failure(
      404,
      "model_not_found",
      `There is no model ${model} here. GET /v1/models lists those that there are.`,
      "model",
    );
  const { contextWindow, rates } = found;
  if (contextWindow !== null && promptTokens + mostTokens > contextWindow) {
    throw new Failure(
      400,
      "context_length_exceeded",
      `${model} takes ${contextWindow} tokens. This request has ${promptTokens}, and asks for up to ${mostTokens} more.`,
      "messages",
    );
  }
  return {
    ...beginning,
    id: `gen-${Math.floor(now.getTime() / 1000)}-${randomBytes(12).toString("base64url")}`,
    completionTokens: 0,
    reasoningTokens: 0,
    rates,
    state: "running",
    finishReason: null,
    startedAt: now.toISOString(),
    endedAt: null,
  };
}
