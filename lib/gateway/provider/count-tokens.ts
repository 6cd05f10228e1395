import { promptParts, promptTokens, readPrompt } from "../rules/prompt";

/** How many tokens a text has, by the newest of OpenAI's tokenizers. It is large, and read when it is needed first. */
export async function countTokens(text: string): Promise<number> {
  if (text === "") return 0;
  const { countTokens: count } = await import("gpt-tokenizer/encoding/o200k_base");
  // What looks like a mark of the tokenizer's own is text here.
  return count(text, { disallowedSpecial: new Set() });
}

/** How many tokens a body's prompt has, where the provider does not say. */
export async function countPrompt(body: Readonly<Record<string, unknown>>): Promise<number> {
  const prompt = readPrompt(promptParts(body));
  return promptTokens(prompt, await countTokens(prompt.text));
}
