/** What a price list prices, by kind: the meter that counts it, and the kinds that it is a part of. */
interface Kind {
  readonly counts: string;
  /** Cached input is input as well: what has a price of its own is taken out of the kinds it is within. */
  readonly within: readonly string[];
}

const ALL = {
  input: { counts: "input_token", within: [] },
  output: { counts: "output_token", within: [] },
  cached_input: { counts: "cached_input_token", within: ["input"] },
  cache_write: { counts: "cache_write_token", within: ["input"] },
  cache_write_1h: { counts: "cache_write_1h_token", within: ["input", "cache_write"] },
  reasoning: { counts: "reasoning_token", within: ["output"] },
  input_audio: { counts: "input_audio_token", within: ["input"] },
  output_audio: { counts: "output_audio_token", within: ["output"] },
  cached_audio: { counts: "cached_audio_token", within: ["input", "cached_input", "input_audio"] },
  input_image: { counts: "input_image_token", within: ["input"] },
  output_image: { counts: "output_image_token", within: ["output"] },
  cached_image: { counts: "cached_image_token", within: ["input", "cached_input", "input_image"] },
  input_video: { counts: "input_video_token", within: ["input"] },
  output_video: { counts: "output_video_token", within: ["output"] },
  citation: { counts: "citation_token", within: ["output"] },
  request: { counts: "request", within: [] },
  audio_second: { counts: "audio_second", within: [] },
  web_search: { counts: "web_search", within: [] },
  storage_search: { counts: "storage_search", within: [] },
  document_page: { counts: "document_page", within: [] },
  annotated_document_page: { counts: "annotated_document_page", within: ["document_page"] },
  text_message: { counts: "text_message", within: [] },
} as const satisfies Record<string, Kind>;

export type PriceKind = keyof typeof ALL;

export const KINDS: Readonly<Record<PriceKind, Kind>> = ALL;

/** Most specific first, so that the parts of a kind are known before what is left of it. */
export const KINDS_BY_DEPTH = (Object.keys(ALL) as PriceKind[]).sort(
  (a, b) => ALL[b].within.length - ALL[a].within.length,
);

export function isPriceKind(text: string): text is PriceKind {
  return Object.hasOwn(ALL, text);
}

/** The meters that have a field of their own in a usage event. All others stand in its `quantities`. */
export const FIELD_OF_METER = {
  input_token: "input_tokens",
  output_token: "output_tokens",
  cached_input_token: "cached_input_tokens",
  cache_write_token: "cache_write_tokens",
  reasoning_token: "reasoning_tokens",
} as const;

/** Where a usage event says how much of a meter was used. */
export function fieldOfMeter(meter: string): string {
  return Object.entries(FIELD_OF_METER).find(([known]) => known === meter)?.[1] ?? `quantities.${meter}`;
}
