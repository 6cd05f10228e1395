import pino from "pino";

/** JSON lines on standard error. What could be a secret is never logged, wherever it stands. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? "info",
    base: undefined,
    redact: {
      paths: ["authorization", "cookie", "password", "token", "key", "*.authorization", "*.cookie", "*.password", "*.token", "*.key"],
      censor: "[redacted]",
    },
  },
  pino.destination(2),
);
