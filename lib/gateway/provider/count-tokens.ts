import { setImmediate as turn } from "node:timers/promises";
import { piecesOf } from "../rules/pieces";
import { promptParts, promptTokens, readPrompt } from "../rules/prompt";

/** Others get their turn after so many characters. */
const AT_ONCE = 65_536;

/**
 * How many tokens a text has, by the newest of OpenAI's tokenizers. It is large, and read when it is needed first. Of a text without words, such as
 * one letter over and over, a few more are counted than there are: a tokenizer takes the square of a word's length, and a caller's text must stop
 * nobody else.
 */
export async function countTokens(text: string): Promise<number> {
  if (text === "") return 0;
  const { countTokens: count } = await import("gpt-tokenizer/encoding/o200k_base");
  let tokens = 0;
  let since = 0;
  for (const piece of piecesOf(text)) {
    // What looks like a mark of the tokenizer's own is text here.
    tokens += count(piece, { disallowedSpecial: new Set() });
    since += piece.length;
    if (since < AT_ONCE) continue;
    since = 0;
    await turn();
  }
  return tokens;
}

/** How many tokens a body's prompt has, where the provider does not say. */
export async function countPrompt(body: Readonly<Record<string, unknown>>): Promise<number> {
  const prompt = readPrompt(promptParts(body));
  return promptTokens(prompt, await countTokens(prompt.text));
}
