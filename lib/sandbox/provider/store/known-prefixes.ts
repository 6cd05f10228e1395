import { createHash } from "node:crypto";

const LEAST = 1024;
const STEP = 128;
const KEPT = 50_000;

/** Prompts that were sent before, for the price of what is known: from 1024 tokens on, in steps of 128, as OpenAI does it. */
export class KnownPrefixes {
  private readonly known = new Set<string>();

  /** How many tokens at the start of a prompt were sent before, to that model with that key; and remembers it. */
  learn(key: string, model: string, tokens: readonly number[]): number {
    const hash = createHash("sha256").update(`${key}\n${model}\n`);
    let cached = 0;
    let from = 0;
    for (let length = LEAST; length <= tokens.length; length += STEP) {
      hash.update(Uint32Array.from(tokens.slice(from, length)));
      from = length;
      const digest = hash.copy().digest("base64");
      if (this.known.has(digest)) cached = length;
      this.remember(digest);
    }
    return cached;
  }

  private remember(digest: string): void {
    // Anew, so that what is used last is forgotten last.
    this.known.delete(digest);
    this.known.add(digest);
    if (this.known.size <= KEPT) return;
    const [oldest] = this.known;
    if (oldest !== undefined) this.known.delete(oldest);
  }
}
