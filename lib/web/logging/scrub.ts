const CENSORED = "[redacted]";
const DEEPEST = 8;
const MOST_ITEMS = 100;
const LONGEST = 4_000;

/** Names under which a secret stands, whatever is written there. Small letters only: `apiKey`, `api_key` and `API-Key` are one. */
const NAMES = new Set([
  ...[
    "authorization",
    "proxyauthorization",
    "cookie",
    "setcookie",
    "password",
    "passwd",
    "passphrase",
    "token",
  ],
  ...["key", "apikey", "secret", "signature", "credentials", "privatekey"],
  // The words of a mail carry links that open something.
  ...["html", "plain"],
]);
const ENDINGS = /(password|secret|apikey|token|cookie|credential|signature)$/;

/**
 * Texts that are secrets wherever they stand. None of the patterns reaches over a quote, so that lines of JSON stay what they are; and
 * where one may begin anew at every letter it looks no farther than its bounds, because callers without a key choose what is logged of them.
 */
const PATTERNS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  // Our own keys, Stripe's, and those of providers.
  [/\becup?_[0-9A-Za-z]{8,}/g, CENSORED],
  [/\b(sk|rk|pk)_(test|live)_\w+/g, CENSORED],
  [/\bsk-[\w-]{8,}/g, CENSORED],
  [/\bwhsec_[\w+/=-]+/g, CENSORED],
  [/\b(pi|seti|cs)_\w+_secret_\w+/g, CENSORED],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, `$1 ${CENSORED}`],
  // Tokens of sessions, signed or sealed.
  [/\beyJ[\w-]{5,}(\.[\w-]*){0,4}/g, CENSORED],
  // Users of addresses: postgres://name:password@host.
  [/([a-z][a-z0-9+.-]{0,20}:\/\/[^\s:@/"'\\]*):[^\s@/"'\\]+@/gi, `$1:${CENSORED}@`],
  [/([?&#](?:token|code|state|password|secret|key|signature)=)[^&\s"'\\#]+/gi, `$1${CENSORED}`],
  [/\b((?:next-auth|ecu-session|__Host-|__Secure-)[\w.-]{0,100}=)[^;\s"'\\]+/g, `$1${CENSORED}`],
];

/** Takes out of a text what looks like a secret, and the secrets that are known by their value. */
export function scrubText(text: string, known: readonly string[] = []): string {
  let clean = text;
  for (const secret of known) clean = clean.replaceAll(secret, CENSORED);
  for (const [pattern, instead] of PATTERNS) clean = clean.replace(pattern, instead);
  return clean;
}

/** A value as it may be logged: secrets by their names taken out, errors as what helps to find them, nothing endless. */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (depth >= DEEPEST) return "…";
  if (value instanceof Error) return scrubError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item) => scrub(item, depth + 1));
  if (value instanceof Map || value instanceof Set) return scrub([...value], depth);
  const entries = Object.entries(value).slice(0, MOST_ITEMS);
  return Object.fromEntries(
    entries.map(([name, item]) => [name, isSecretName(name) ? CENSORED : scrub(item, depth + 1)]),
  );
}

function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replaceAll(/[^a-z]/g, "");
  return NAMES.has(plain) || ENDINGS.test(plain);
}

// An allow-list: drivers hang whole connections, rows and requests on their errors.
function scrubError(error: Error, depth: number): object {
  const { name, message, stack, cause } = error;
  const words = withoutArguments(message, name);
  const places = stack?.split("\n").filter((line) => /^\s+at /.test(line));
  const { code, constraint, table, digest } = error as Error & Record<string, unknown>;
  return {
    type: name,
    message: scrub(words, depth),
    ...(typeof code === "string" && { code }),
    ...(typeof constraint === "string" && { constraint }),
    ...(typeof table === "string" && { table }),
    ...(typeof digest === "string" && { digest }),
    stack: [`${name}: ${words}`.slice(0, LONGEST), ...(places ?? []).slice(0, 30)].join("\n"),
    ...(cause !== undefined && { cause: scrub(cause, depth + 1) }),
  };
}

/** Prisma writes the arguments of a call into the message of what was wrong with them; its last line says what it was. */
export function withoutArguments(message: string, name = ""): string {
  const isPrismas = name.startsWith("PrismaClient") || /^\s*Invalid `[^`]{1,200}` invocation/.test(message);
  return isPrismas ? (message.trim().split("\n").at(-1) ?? "") : message;
}
