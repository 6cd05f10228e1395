import { type Draw, drawFrom } from "../text/random";
import { THOUGHTS } from "../text/sentences";
import { writeJson } from "../text/json-text";
import { piecesOf } from "../text/tokens";
import { topicsOf } from "../text/topics";
import { sentence, writeAnswer } from "../text/write";
import { lastQuestion } from "./prompt-tokens";
import type { ChatRequest } from "./schema";

/** One answer, token by token, before any of it is sent. */
export interface Planned {
  thoughts: readonly string[];
  pieces: readonly string[];
  finishReason: "stop" | "length";
}

/** What a model writes that is told no limit. */
const MOST_TOKENS = 16_384;
const THOUGHT_TOKENS: Readonly<Record<string, number>> = {
  none: 0,
  minimal: 0,
  low: 24,
  medium: 64,
  high: 192,
};

/** The answers to a request: the same ones for the same request. */
export function plan(request: ChatRequest): Planned[] {
  const { model, messages, seed, n } = request;
  const limit = request.max_completion_tokens ?? request.max_tokens ?? MOST_TOKENS;
  return Array.from({ length: n ?? 1 }, (_, index) =>
    planOne(request, limit, drawFrom(JSON.stringify([model, messages, seed ?? null, index]))),
  );
}

function planOne(request: ChatRequest, limit: number, draw: Draw): Planned {
  const question = lastQuestion(request);
  const topics = topicsOf(question);
  const thoughts = think(request, draw, topics);
  const format = request.response_format;
  const written =
    format && format.type !== "text"
      ? piecesOf(writeJson(draw, topics, format.json_schema?.schema))
      : writeAnswer(draw, question, topics, limit);
  const pieces = cutAtStop(written, request.stop);
  const left = Math.max(0, limit - thoughts.length);
  const isWhole = thoughts.length + pieces.length <= limit;
  return {
    thoughts: thoughts.slice(0, limit),
    pieces: pieces.slice(0, left),
    finishReason: isWhole ? "stop" : "length",
  };
}

/** OpenAI's models that reason do so before they answer; nobody sees more of it than a number, but OpenRouter's callers. */
function think(
  { model, reasoning_effort: openAi, reasoning }: ChatRequest,
  draw: Draw,
  topics: readonly [string, ...string[]],
): string[] {
  if (!/^(?:[^/]+\/)?(?!.*-chat)(?:o[134]|gpt-[56])/.test(model)) return [];
  const least = THOUGHT_TOKENS[openAi ?? reasoning?.effort ?? "medium"] ?? 64;
  const pieces: string[] = [];
  while (pieces.length < least) pieces.push(...piecesOf(`${sentence(draw, THOUGHTS, topics)} `));
  return pieces;
}

/** The answer ends before the first of these texts. */
function cutAtStop(pieces: readonly string[], stop: ChatRequest["stop"]): readonly string[] {
  const text = pieces.join("");
  const ends = [stop ?? []].flat().map((end) => (end === "" ? -1 : text.indexOf(end)));
  const found = ends.filter((at) => at >= 0);
  return found.length === 0 ? pieces : piecesOf(text.slice(0, Math.min(...found)));
}
