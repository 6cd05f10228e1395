import { z } from "zod";
import type { Generation } from "./generation";
import { Journal } from "./journal";

const Amount = z.string().transform((text) => BigInt(text));
const Kept = z.object({
  id: z.string(),
  key: z.string(),
  model: z.string(),
  kind: z.enum(["chat", "embedding"]),
  streamed: z.boolean(),
  promptTokens: z.number(),
  cachedTokens: z.number(),
  completionTokens: z.number(),
  reasoningTokens: z.number(),
  rates: z.object({ input: Amount, cached: Amount, output: Amount, reasoning: Amount, request: Amount }),
  state: z.enum(["running", "finished", "cut"]),
  finishReason: z.string().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
});
// A generation as it is; one more token of it; its end.
const Line = z.union([
  Kept,
  z.tuple([z.string(), z.enum(["token", "thought"])]),
  z.tuple([z.string(), z.enum(["finished", "cut"]), z.string().nullable(), z.string()]),
]);

/** Every generation there ever was, in memory and in a journal: what is billed is written down before it is sent. */
export class Generations {
  private readonly all = new Map<string, Generation>();
  private readonly journal: Journal | null;

  /** @param folder where the journal lies; null keeps everything in memory only. */
  constructor(folder: string | null) {
    this.journal = folder === null ? null : new Journal(folder);
    for (const line of this.journal?.read() ?? []) this.apply(Line.parse(JSON.parse(line)));
    const now = new Date().toISOString();
    // Their process was killed: what it had written down was made, and perhaps sent.
    for (const generation of this.all.values())
      if (generation.state === "running") Object.assign(generation, { state: "cut", endedAt: now });
    this.journal?.restart([...this.all.values()].map(textOf));
  }

  /** Oldest first. */
  list(): Generation[] {
    return [...this.all.values()];
  }

  find(id: string): Generation | undefined {
    return this.all.get(id);
  }

  /** One that begins, or one that is complete at once. */
  add(generation: Generation): void {
    this.journal?.append(textOf(generation));
    this.all.set(generation.id, { ...generation });
  }

  addToken(id: string, isThought: boolean): void {
    this.write([id, isThought ? "thought" : "token"]);
  }

  /** Ends one that runs; what has ended stays as it is. */
  end(id: string, state: "finished" | "cut", finishReason: string | null): void {
    if (this.all.get(id)?.state === "running")
      this.write([id, state, finishReason, new Date().toISOString()]);
  }

  /** Ends what still runs, as the end of its process would. */
  close(): void {
    for (const { id } of this.list()) this.end(id, "cut", null);
    this.journal?.close();
  }

  private write(line: Exclude<z.output<typeof Line>, Generation>): void {
    this.journal?.append(JSON.stringify(line));
    this.apply(line);
  }

  private apply(line: z.output<typeof Line>): void {
    if (!Array.isArray(line)) {
      this.all.set(line.id, line);
      return;
    }
    const generation = this.all.get(line[0]);
    if (!generation) throw new Error(`The journal says nothing of the beginning of ${line[0]}.`);
    if (line.length === 4) {
      Object.assign(generation, { state: line[1], finishReason: line[2], endedAt: line[3] });
      return;
    }
    generation.completionTokens += 1;
    if (line[1] === "thought") generation.reasoningTokens += 1;
  }
}

function textOf(generation: Generation): string {
  return JSON.stringify(generation, (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}
