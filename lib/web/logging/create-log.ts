import { trace } from "@opentelemetry/api";
import pino, { type Logger } from "pino";
import { currentScope } from "./request-scope";
import { scrub, scrubText } from "./scrub";

interface LogOptions {
  level: string;
  /** Secrets by their value. */
  secrets: readonly string[];
  write: (line: string) => void;
}

/**
 * A log of JSON lines. Each carries the request, the account, the job and the trace that it belongs to. Secrets are taken out twice: by the
 * names under which they stand, before a line is written, and by what they look like, in the line as a whole.
 */
export function createLog({ level, secrets, write }: LogOptions): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label) => ({ level: label }),
      log: (what) => scrub(what) as Record<string, unknown>,
    },
    // They have been through `scrub`.
    serializers: { err: (error: unknown) => error },
    mixin: () => ({ ...currentScope(), ...traceOf() }),
  };
  return pino(options, { write: (line: string) => write(scrubText(line, secrets)) });
}

function traceOf(): object {
  const span = trace.getActiveSpan()?.spanContext();
  return span ? { trace_id: span.traceId, span_id: span.spanId } : {};
}
