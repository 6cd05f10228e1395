import { tokensOf } from "../text/tokens";
import type { ChatRequest, Message } from "./schema";

// What surrounds each message, and what the answer begins with, as OpenAI counts it.
const AROUND_MESSAGE = [200_006, 200_008, 200_007];
const BEFORE_ANSWER = [200_006, 173_781, 200_008];
// A picture at low detail.
const IMAGE = new Array<number>(85).fill(200_010);

/** The tokens of a prompt: messages and tools. */
export function promptTokensOf({ messages, tools }: ChatRequest): number[] {
  const described = tools?.length ? tokensOf(JSON.stringify(tools)) : [];
  // Tools stand first, as with OpenAI: the same ones are known again under another conversation.
  return [described, ...messages.map(tokensOfMessage), BEFORE_ANSWER].flat();
}

function tokensOfMessage({ role, name, content, tool_calls: calls }: Message): number[] {
  const parts = typeof content === "string" ? [{ type: "text" as const, text: content }] : (content ?? []);
  const tokens = parts.map((part) => {
    if (part.type === "image_url") return IMAGE;
    return tokensOf(part.type === "text" ? part.text : part.refusal);
  });
  return [
    AROUND_MESSAGE,
    tokensOf(role),
    name === undefined ? [] : [...tokensOf(name), 0],
    ...tokens,
    calls ? tokensOf(JSON.stringify(calls)) : [],
  ].flat();
}

/** What the person said last: what the answer is about. */
export function lastQuestion({ messages }: ChatRequest): string {
  const content = messages.findLast(({ role }) => role === "user")?.content ?? "";
  if (typeof content === "string") return content;
  return content.map((part) => (part.type === "text" ? part.text : "")).join(" ");
}
