import { decode, encode } from "gpt-tokenizer/encoding/o200k_base";

// What a person writes is text, also where it looks like a token that steers a model.
const AS_TEXT = { disallowedSpecial: new Set<string>() };

/** The tokens of a text, by the encoding of OpenAI's newer models. */
export function tokensOf(text: string): number[] {
  return encode(text, AS_TEXT);
}

/** A text of plain ASCII, token by token. */
export function piecesOf(text: string): string[] {
  return tokensOf(text).map((token) => decode([token]));
}
