import { stringify } from "lossless-json";
import type { Call } from "../server/answer-call";
import { usageOf } from "../server/usage-view";
import { beginGeneration } from "../store/begin-generation";
import type { Generation } from "../store/generation";
import { tokensOf } from "../text/tokens";
import { base64Of, embed } from "./embed";
import type { EmbeddingRequest } from "./schema";

/** `POST /v1/embeddings` */
export async function answerEmbeddings(call: Call<EmbeddingRequest>): Promise<void> {
  const { sandbox, key, connection, fault, body } = call;
  const { model } = body;
  const inputs = inputsOf(body.input);
  const promptTokens = inputs.reduce((sum, { length }) => sum + length, 0);
  const about = { key, model, kind: "embedding", streamed: false, promptTokens, cachedTokens: 0 } as const;
  const made: Generation = {
    ...beginGeneration(about, 0),
    state: "finished",
    finishReason: "stop",
    endedAt: new Date().toISOString(),
  };
  sandbox.generations.add(made);
  if (fault?.kind === "slow") await connection.wait(fault.ms ?? 20);
  if (fault?.kind === "drop_after") return connection.break();
  const dimensions = body.dimensions ?? (model.includes("3-large") ? 3072 : 1536);
  const data = inputs.map((tokens, index) => {
    const vector = embed(tokens, dimensions);
    return {
      object: "embedding",
      index,
      embedding: body.encoding_format === "base64" ? base64Of(vector) : [...vector],
    };
  });
  const usage = fault?.kind === "no_usage" ? {} : { usage: usageOf(made, body.usage?.include === true) };
  const text = stringify({ id: made.id, object: "list", model, data, ...usage });
  connection.begin(200, { "content-type": "application/json", "x-generation-id": made.id });
  connection.end(fault?.kind === "malformed" ? text?.slice(0, text.length / 2) : text);
}

function inputsOf(input: EmbeddingRequest["input"]): (readonly number[])[] {
  if (typeof input === "string") return [tokensOf(input)];
  if (isTokens(input)) return [input];
  return input.map((one) => (typeof one === "string" ? tokensOf(one) : one));
}

function isTokens(input: Exclude<EmbeddingRequest["input"], string>): input is number[] {
  return typeof input[0] === "number";
}
