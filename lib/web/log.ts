import pino from "pino";
import { env } from "@/lib/env";

/** JSON lines on standard error. What could be a secret is never logged, wherever it stands. */
export const log = pino(
  {
    level: env().LOG_LEVEL,
    base: undefined,
    redact: {
      paths: [
        "authorization",
        "cookie",
        "password",
        "token",
        "key",
        "*.authorization",
        "*.cookie",
        "*.password",
        "*.token",
        "*.key",
      ],
      censor: "[redacted]",
    },
  },
  pino.destination(2),
);
