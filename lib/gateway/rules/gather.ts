import type { Chunk } from "./heard";

type Part = Record<string, unknown>;

/** Said once or over and over; never a part of something longer. */
const WHOLE = new Set(["role", "id", "type", "name", "format", "index", "signature"]);

/** Puts the chunks of a stream together into the answer that a call without `stream` gets. */
export class Gathered {
  private readonly answer: Part = {};
  private readonly choices = new Map<number, Part>();

  add({ choices, ...chunk }: Chunk): void {
    for (const [key, value] of Object.entries(chunk))
      if (value !== null || !(key in this.answer)) this.answer[key] = value;
    for (const { index, delta, ...rest } of choices) {
      const known = this.choices.get(index) ?? { index, message: {} };
      const { message } = known;
      for (const [key, value] of Object.entries(rest))
        if (value !== null) known[key] = grown(known[key], value);
      this.choices.set(index, { ...known, message: merged(isPart(message) ? message : {}, delta) });
    }
  }

  /** The whole answer, with a message in each choice. */
  get(): Part {
    const choices = [...this.choices.values()].sort((a, b) => Number(a.index) - Number(b.index));
    return {
      ...this.answer,
      object: "chat.completion",
      choices: choices.map((choice) => ({ logprobs: null, finish_reason: null, ...withMessage(choice) })),
    };
  }
}

function withMessage(choice: Part): Part {
  const message = isPart(choice.message) ? choice.message : {};
  const { tool_calls: calls } = message;
  const silent = message.content === undefined || (Array.isArray(calls) && message.content === "");
  return {
    ...choice,
    message: {
      role: "assistant",
      refusal: null,
      ...message,
      content: silent ? null : message.content,
      // A list has its order; the number of each was for the stream.
      ...(Array.isArray(calls) && { tool_calls: calls.map((call) => withoutIndex(call)) }),
    },
  };
}

function withoutIndex(value: unknown): unknown {
  if (!isPart(value)) return value;
  const { index: _, ...rest } = value;
  return rest;
}

function merged(before: Part, delta: Part): Part {
  const after = { ...before };
  for (const [key, value] of Object.entries(delta)) {
    if (value === null && key in after) continue;
    after[key] = WHOLE.has(key) ? value : grown(after[key], value);
  }
  return after;
}

function grown(before: unknown, value: unknown): unknown {
  if (before === undefined || before === null) return Array.isArray(value) ? listed([], value) : value;
  if (typeof before === "string" && typeof value === "string") return before + value;
  if (Array.isArray(before) && Array.isArray(value)) return listed(before, value);
  return isPart(before) && isPart(value) ? merged(before, value) : value;
}

/** Parts that carry their number in the list are put together with those of the same number; others stand behind. */
function listed(before: readonly unknown[], parts: readonly unknown[]): unknown[] {
  const list = [...before];
  for (const part of parts) {
    const { index } = isPart(part) ? part : {};
    const at = typeof index === "number" ? list.findIndex((one) => isPart(one) && one.index === index) : -1;
    const known = list[at];
    if (isPart(known) && isPart(part)) list[at] = merged(known, part);
    else list.push(part);
  }
  return list;
}

function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
