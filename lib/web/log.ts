import pino from "pino";
import { env } from "@/lib/env";
import { createLog } from "./logging/create-log";
import { knownSecrets } from "./logging/known-secrets";

const out = pino.destination(2);

/** JSON lines on standard error, with request and account ids. What could be a secret is never logged, wherever it stands. */
export const log = createLog({
  level: env().LOG_LEVEL,
  secrets: knownSecrets(process.env),
  write: (line) => void out.write(line),
});
