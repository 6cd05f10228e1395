import { type Used, usedIn } from "./used";

/** A chunk of a stream, as far as it is read. */
export interface Chunk {
  [field: string]: unknown;
  choices: readonly Choice[];
}

export interface Choice {
  [field: string]: unknown;
  index: number;
  delta: Record<string, unknown>;
}

/** What was heard of a generation so far: enough to charge it wherever it ends. */
export class Heard {
  /** The provider's own id of it. */
  generationId = "";
  /** What it used, once the provider has said so. */
  used: Used | null = null;
  /** Deltas with something in them: each is one token or more. */
  deltas = 0;
  /** All that was produced, for a tokenizer to count. */
  text = "";
  /** The provider said that it failed. */
  failed = false;
  /** The provider said how each answer ended. */
  finished = false;

  /** Reads one event of the stream. Null for what is no chunk: the stream cannot be trusted any further. */
  hear(data: string): Chunk | null {
    const chunk = parsed(data);
    if (!chunk) return null;
    if (typeof chunk.id === "string" && this.generationId === "") this.generationId = chunk.id;
    if (chunk.error !== undefined && chunk.error !== null) this.failed = true;
    if (chunk.usage !== undefined && chunk.usage !== null) this.used = usedIn(data) ?? this.used;
    for (const { delta, finish_reason: reason } of chunk.choices) {
      const made = textsOf(delta).join("");
      if (made !== "") this.deltas += 1;
      this.text += made;
      if (typeof reason === "string" && reason !== "error") this.finished = true;
    }
    return chunk;
  }
}

function parsed(data: string): Chunk | null {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const choices = Array.isArray(value.choices) ? value.choices.filter(isRecord) : [];
  return {
    ...value,
    choices: choices.map((choice, at) => ({
      ...choice,
      index: typeof choice.index === "number" ? choice.index : at,
      delta: isRecord(choice.delta) ? choice.delta : {},
    })),
  };
}

const NAMES = new Set(["role", "id", "type", "index", "format"]);

/** All that a delta brings, wherever it stands: content, thoughts, refusals, arguments of tools. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (!isRecord(value)) return [];
  // Thoughts come twice, as text and in detail.
  const told = typeof value.reasoning === "string" && value.reasoning !== "";
  return Object.entries(value).flatMap(([key, part]) =>
    NAMES.has(key) || (told && key === "reasoning_details") ? [] : textsOf(part),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
