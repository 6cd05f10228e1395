import { z } from "zod";
import { CliFault } from "../output";

/** One call of a trace. */
export interface TraceCall {
  /** Milliseconds: since 1970 where the trace says when it was, else since the beginning of the trace. */
  at: number;
  inputTokens: number;
  outputTokens: number;
  /** What the trace calls the model; null where it does not say. */
  model: string | null;
}

/** How the lines of a trace are read. */
export interface TraceFormat {
  name: string;
  /** The trace says only how long after its beginning a call was made. */
  relative: boolean;
  /** The first line names the columns. */
  headed: boolean;
  read(line: string): TraceCall;
}

const Tokens = z.coerce.number().int().min(0).max(1_000_000_000_000);

/** Recognises a trace by its first line: Azure, BurstGPT or Mooncake. @throws CliFault for anything else */
export function formatOf(firstLine: string): TraceFormat {
  const line = firstLine.replace(/^\uFEFF/, "").trim();
  if (line.startsWith("{")) return MOONCAKE;
  const columns = cells(line).map((column) => column.trim().toLowerCase());
  if (columns.includes("contexttokens") && columns.includes("generatedtokens")) return azure(columns);
  if (columns.includes("request tokens") && columns.includes("response tokens")) return burstGpt(columns);
  throw new CliFault(
    "This is no trace that can be read. Known are TIMESTAMP,ContextTokens,GeneratedTokens (Azure), the columns of BurstGPT, and Mooncake's JSON lines.",
  );
}

function azure(columns: readonly string[]): TraceFormat {
  const [time, input, output] = ["timestamp", "contexttokens", "generatedtokens"].map((name) =>
    columns.indexOf(name),
  );
  return {
    name: "Azure",
    relative: false,
    headed: true,
    read: (line) => {
      const row = cells(line);
      return {
        at: instant(row[time ?? 0] ?? ""),
        inputTokens: tokens(row[input ?? 1]),
        outputTokens: tokens(row[output ?? 2]),
        model: null,
      };
    },
  };
}

function burstGpt(columns: readonly string[]): TraceFormat {
  const [time, model, input, output] = ["timestamp", "model", "request tokens", "response tokens"].map(
    (name) => columns.indexOf(name),
  );
  return {
    name: "BurstGPT",
    relative: true,
    headed: true,
    read: (line) => {
      const row = cells(line);
      const at =
        z.coerce
          .number()
          .min(0)
          .parse(row[time ?? 0]) * 1_000;
      const named = (row[model ?? 1] ?? "").trim().toLowerCase();
      return {
        at,
        inputTokens: tokens(row[input ?? 2]),
        outputTokens: tokens(row[output ?? 3]),
        model: named === "chatgpt" ? "gpt-3.5-turbo" : named || null,
      };
    },
  };
}

const MooncakeLine = z.object({ timestamp: z.number().min(0), input_length: Tokens, output_length: Tokens });

const MOONCAKE: TraceFormat = {
  name: "Mooncake",
  relative: true,
  headed: false,
  read: (line) => {
    const { timestamp, input_length, output_length } = MooncakeLine.parse(JSON.parse(line));
    return { at: timestamp, inputTokens: input_length, outputTokens: output_length, model: null };
  },
};

/** These traces quote nothing: a cell holds a number, a time or a plain name. */
function cells(line: string): string[] {
  return line.trim().split(",");
}

function tokens(cell: string | undefined): number {
  if (!/^[0-9]+$/.test(cell?.trim() ?? "")) throw new Error(`"${cell}" is not a number of tokens`);
  return Tokens.parse(cell);
}

/** "2023-11-16 18:15:46.6805900" is UTC; what is finer than a millisecond is cut off. */
function instant(text: string): number {
  const [, day, time, millis = "", zone = "Z"] =
    /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?$/.exec(text.trim()) ??
    [];
  if (day === undefined || time === undefined) throw new Error(`"${text}" is not a time`);
  const at = Date.parse(`${day}T${time}.${millis.slice(0, 3).padEnd(3, "0")}${zone}`);
  if (Number.isNaN(at)) throw new Error(`"${text}" is not a time`);
  return at;
}
