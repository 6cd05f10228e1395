/** A prompt as it is counted: its text as JSON, without pictures and sound, which are counted by what they cost at most. */
export interface Prompt {
  text: string;
  images: number;
  /** Characters of Base64. */
  audio: number;
}

/**
 * The most tokens that one picture costs anywhere: gpt-4o-mini counts 2,833 for a picture and 5,667 for each of its tiles, of which there
 * are at most eight. Others count less.
 */
export const MOST_IMAGE_TOKENS = 48_169;

/** What a picture costs where nobody says: gpt-4o at high detail, three tiles by two. */
const USUAL_IMAGE_TOKENS = 1_105;

/** A second of sound is at most 32 tokens, and at least 750 bytes: a thousand characters of Base64. */
const AUDIO_CHARACTERS_PER_TOKEN = 16;

/** Reads what is sent: the whole body for a bound, the parts that are a prompt for a count. */
export function readPrompt(body: unknown): Prompt {
  let images = 0;
  let audio = 0;
  const withoutMedia = (key: string, value: unknown) => {
    if (key === "image_url" || key === "image") {
      const url = urlOf(key, value);
      if (url === null) return value;
      images += 1;
      return url.startsWith("data:") ? "" : value;
    }
    if (key === "input_audio" && isRecord(value) && typeof value.data === "string") {
      audio += value.data.length;
      return "";
    }
    return value;
  };
  // Elsewhere, such as in what describes a tool, a picture is text like any other.
  const { messages, input, ...rest } = isRecord(body) ? body : {};
  const said = JSON.stringify({ messages, input }, withoutMedia);
  return { text: `${said}${JSON.stringify(rest)}`, images, audio };
}

/**
 * At most this many input tokens. A tokenizer that works on bytes never makes more tokens of a text than it has bytes, and JSON only adds
 * to them; what surrounds a message in a model's own format is less than what surrounds it here.
 */
export function inputBound({ text, images, audio }: Prompt): { tokens: number; audioTokens: number } {
  const audioTokens = Math.ceil(audio / AUDIO_CHARACTERS_PER_TOKEN);
  return { tokens: Buffer.byteLength(text) + images * MOST_IMAGE_TOKENS + audioTokens, audioTokens };
}

/** How many tokens a prompt has, by a tokenizer's count of its text. */
export function promptTokens({ images, audio }: Prompt, textTokens: number): number {
  return textTokens + images * USUAL_IMAGE_TOKENS + Math.ceil(audio / AUDIO_CHARACTERS_PER_TOKEN);
}

/** The parts of a body that a model reads. */
export function promptParts(body: Readonly<Record<string, unknown>>): unknown {
  const { messages, tools, functions, response_format, input } = body;
  return { messages, tools, functions, response_format, input };
}

function urlOf(key: string, value: unknown): string | null {
  if (typeof value === "string")
    return value.startsWith("data:") || (key === "image_url" && /^https?:/i.test(value)) ? value : null;
  return isRecord(value) && typeof value.url === "string" ? value.url : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
