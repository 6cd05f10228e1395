/** What a price list prices, by kind: the field of a usage event that counts it, and the kinds that it is a part of. */
interface Kind {
  readonly counts: string;
  /** Cached input is input as well: what has a price of its own is taken out of the kinds it is within. */
  readonly within: readonly string[];
}

const TOKEN_KINDS = {
  input: { counts: "input_tokens", within: [] },
  output: { counts: "output_tokens", within: [] },
  cached_input: { counts: "cached_input_tokens", within: ["input"] },
  cache_write: { counts: "cache_write_tokens", within: ["input"] },
  cache_write_1h: { counts: "cache_write_1h_tokens", within: ["input", "cache_write"] },
  reasoning: { counts: "reasoning_tokens", within: ["output"] },
  input_audio: { counts: "input_audio_tokens", within: ["input"] },
  output_audio: { counts: "output_audio_tokens", within: ["output"] },
  cached_audio: { counts: "cached_audio_tokens", within: ["input", "cached_input", "input_audio"] },
  input_image: { counts: "input_image_tokens", within: ["input"] },
  output_image: { counts: "output_image_tokens", within: ["output"] },
  cached_image: { counts: "cached_image_tokens", within: ["input", "cached_input", "input_image"] },
  input_video: { counts: "input_video_tokens", within: ["input"] },
  output_video: { counts: "output_video_tokens", within: ["output"] },
  citation: { counts: "citation_tokens", within: ["output"] },
} as const satisfies Record<string, Kind>;

const OTHER_KINDS = {
  request: { counts: "requests", within: [] },
  audio_second: { counts: "audio_seconds", within: [] },
  web_search: { counts: "web_searches", within: [] },
  storage_search: { counts: "storage_searches", within: [] },
  document_page: { counts: "document_pages", within: [] },
  annotated_document_page: { counts: "annotated_document_pages", within: ["document_page"] },
  text_message: { counts: "text_messages", within: [] },
} as const satisfies Record<string, Kind>;

const ALL = { ...TOKEN_KINDS, ...OTHER_KINDS };

export type PriceKind = keyof typeof ALL;

export const KINDS: Readonly<Record<PriceKind, Kind>> = ALL;

/** Most specific first, so that the parts of a kind are known before what is left of it. */
export const KINDS_BY_DEPTH = (Object.keys(ALL) as PriceKind[]).sort((a, b) => ALL[b].within.length - ALL[a].within.length);

export function isPriceKind(text: string): text is PriceKind {
  return Object.hasOwn(ALL, text);
}

export function isTokenKind(kind: PriceKind): boolean {
  return Object.hasOwn(TOKEN_KINDS, kind);
}
