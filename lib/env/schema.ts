import { z } from "zod";

const whole = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, `must be a whole number from ${minimum} to ${maximum}`)
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, `must be from ${minimum} to ${maximum}`);
const decimal = z
  .string()
  .regex(
    /^\d{1,12}(\.\d{1,9})?$/,
    "must be a plain decimal number with at most 9 decimals, such as 75 or 0.5",
  );
const flag = z
  .string()
  .regex(/^(true|false|1|0)$/, "must be true or false")
  .transform((value) => value === "true" || value === "1");
const text = z.string().min(1);
// What goes into a header of HTTP.
const header = z.string().regex(/^[\x21-\x7e]+$/, "must be one word of printable ASCII, such as sk-…");
const secret = z
  .string()
  .min(32, "must have at least 32 characters; make one with `openssl rand -base64 32`");
const url = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine((value) => protocols.includes(protocolOf(value)), `must be an address such as ${example}`);
const postgres = (user: string) =>
  url(["postgres:", "postgresql:"], `postgresql://${user}:password@db.example.com:5432/ecu`);

// From that many ECU in one purchase, that price in US dollars for each: 5000:0.095,20000:0.09
const volumePrices = z
  .string()
  .regex(
    /^[1-9]\d{0,9}:\d{1,3}(\.\d{1,9})?(,[1-9]\d{0,9}:\d{1,3}(\.\d{1,9})?)*$/,
    "must be amounts and prices such as 5000:0.095,20000:0.09",
  )
  .transform((value) =>
    value.split(",").map((tier) => {
      const [from = "", usd = ""] = tier.split(":");
      return { from: Number(from), usd };
    }),
  )
  .refine((tiers) => tiers.every(({ usd }) => Number(usd) > 0), "must have prices of more than 0");
const amounts = z
  .string()
  .regex(/^[1-9]\d{0,8}(,[1-9]\d{0,8}){0,11}$/, "must be whole numbers of ECU such as 100,250,500")
  .transform((value) => value.split(",").map(Number));

// The lines of an address in one variable: 1 High Street; London EC1A 1BB; United Kingdom
const addressLines = z
  .string()
  .transform((value) =>
    value
      .split(/[;\n]/)
      .map((line) => line.trim())
      .filter(Boolean),
  )
  .refine(
    (lines) => lines.length > 0 && lines.length <= 6 && lines.every((line) => line.length <= 100),
    "must be one to six lines of at most 100 characters with ; between them, such as 1 High Street; London EC1A 1BB; United Kingdom",
  );

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : "";
}

/** Where the models of the gateway are run unless another provider is named. */
export const OPENROUTER = "https://openrouter.ai/api/v1";

/** Each variable by itself. What they must be together is checked by `parseEnvironment`. */
export const Variables = z.object({
  PORT: whole(1, 65_535).default(3000),
  HOST: text.default("127.0.0.1"),
  ECU_DATA_DIR: text.default(".ecu"),
  DATABASE_URL: postgres("ecu_app").optional(),
  DATABASE_OWNER_URL: postgres("owner").optional(),
  NEXTAUTH_SECRET: secret.optional(),
  NEXTAUTH_URL: url(["http:", "https:"], "https://billing.example.com").optional(),
  ECU_KEY_SECRET: secret.optional(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z
    .string()
    .refine(
      (value) => [16, 24, 32].includes(Buffer.from(value, "base64").length),
      "must be 32 bytes in Base64; make them with `openssl rand -base64 32`",
    )
    .optional(),
  ECU_DEPLOYMENT_MODE: z
    .enum(["hosted", "self_hosted"], "must be hosted or self_hosted")
    .default("self_hosted"),
  CREDIT_USD_VALUE: decimal.refine((value) => Number(value) > 0, "must be more than 0").default("0.10"),
  ECU_STARTER_CREDITS: decimal.default("75"),
  ECU_STARTER_TOOL_RUNS: whole(0, 1_000_000_000).default(10_000),
  ECU_STARTER_EXPIRY_DAYS: whole(1, 3_650).optional(),
  ECU_OPERATOR_DAILY_CREDITS: decimal.default("10000"),
  ECU_OPERATOR_DAILY_TOOL_RUNS: whole(0, 1_000_000_000).default(1_000_000),
  SMTP_URL: url(["smtp:", "smtps:"], "smtps://user:password@mail.example.com").optional(),
  MAIL_FROM: z
    .string()
    .regex(/@/, "must be an e-mail address, or a name and an address: Ecu <billing@example.com>")
    .default("Ecu <billing@localhost>"),
  OIDC_ISSUER: url(["http:", "https:"], "https://login.example.com").optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_NAME: text.default("Single sign-on"),
  GITHUB_ID: text.optional(),
  GITHUB_SECRET: text.optional(),
  GOOGLE_ID: text.optional(),
  GOOGLE_SECRET: text.optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/, "must be a secret key of Stripe, such as sk_test_…")
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\S+$/, "must be the signing secret of the webhook endpoint, such as whsec_…")
    .optional(),
  STRIPE_API_BASE: url(["http:", "https:"], "https://api.stripe.com").default("https://api.stripe.com"),
  PROVIDER_BASE_URL: url(["http:", "https:"], "https://openrouter.ai/api/v1")
    .transform((value) => value.replace(/\/+$/, ""))
    .default(OPENROUTER),
  PROVIDER_API_KEY: header.optional(),
  OPENROUTER_API_KEY: header.optional(),
  ECU_GATEWAY_MAX_TOKENS: whole(1, 10_000_000).default(4096),
  ECU_GATEWAY_MAX_CALLS: whole(1, 100_000).default(200),
  ECU_GATEWAY_TIMEOUT_SECONDS: whole(1, 86_400).default(600),
  ECU_TOPUP_AMOUNTS: amounts.prefault("100,250,500,1000,5000"),
  ECU_TOPUP_MIN: whole(1, 1_000_000_000).default(50),
  ECU_TOPUP_MAX: whole(1, 1_000_000_000).default(100_000),
  ECU_VOLUME_PRICES: volumePrices.optional(),
  ECU_TAX: flag.optional(),
  ECU_ISSUER_NAME: text.max(200, "must have at most 200 characters").optional(),
  ECU_ISSUER_ADDRESS: addressLines.optional(),
  ECU_ISSUER_TAX_ID: z
    .string()
    .regex(/^[0-9A-Za-z][0-9A-Za-z ./-]{2,29}$/, "must be 3 to 30 letters and digits, such as GB 123 4567 89")
    .optional(),
  ECU_WEBHOOKS_PRIVATE: flag.optional(),
  ECU_PROXY_HOPS: whole(1, 10).default(1),
  LOG_LEVEL: z
    .enum(
      ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
      "must be trace, debug, info, warn, error, fatal or silent",
    )
    .default("info"),
  ECU_METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, "must be one word of at least 16 printable characters")
    .optional(),
  ECU_METRICS_PORT: whole(1, 65_535).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(["http:", "https:"], "http://collector.example.com:4318").optional(),
  ECU_DEMO: flag.optional(),
  ECU_WEB_PROCESSES: whole(1, 16).default(1),
  ECU_WORKER_PROCESSES: whole(1, 16).default(1),
});
