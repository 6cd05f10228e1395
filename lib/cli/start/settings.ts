import type { Environment } from "@/lib/env";
import type { Secrets } from "./secrets";

/** Where everything is, once the services run. */
export interface Places {
  databaseUrl: string;
  smtpUrl: string | undefined;
  /** Where the Stripe sandbox is, if it runs: the application takes it for Stripe. */
  stripe?: { url: string; key: string; webhookSecret: string };
  /** Where the provider sandbox is, if it runs: the gateway takes it for the provider of models. */
  provider?: { url: string; key: string };
  dataDir: string;
}

const DEMO_PRICES = "5000:0.095,20000:0.09";
// Nobody's company: what its papers look like is to be seen all the same.
const DEMO_ISSUER = {
  ECU_ISSUER_NAME: "Example Compute Ltd",
  ECU_ISSUER_ADDRESS: "10 Example Street; Dublin D02 XY00; Ireland",
  ECU_ISSUER_TAX_ID: "IE 0000000AA",
};

/** The environment of the processes that run the application. They never learn the owner of the tables. */
export function environmentOf(
  env: Environment,
  secrets: Secrets | null,
  { databaseUrl, smtpUrl, stripe, provider, dataDir }: Places,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // Empty and not absent: Next would take what is absent from `.env`.
    DATABASE_OWNER_URL: "",
    ...secretsOf(env, secrets),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // Next would write into the lockfile.
    NEXT_IGNORE_INCORRECT_LOCKFILE: "1",
    ECU_DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: env.NEXTAUTH_URL,
    MAIL_FROM: env.MAIL_FROM,
    HOST: env.HOST,
    PORT: String(env.PORT),
    ECU_DEMO: String(env.ECU_DEMO),
    ECU_WEBHOOKS_PRIVATE: String(env.ECU_WEBHOOKS_PRIVATE),
    // Something to see on the page where the demo buys.
    ...(env.ECU_DEMO && !env.ECU_VOLUME_PRICES ? { ECU_VOLUME_PRICES: DEMO_PRICES } : {}),
    ...(env.ECU_DEMO && !env.ECU_ISSUER_NAME ? DEMO_ISSUER : {}),
    ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}),
    ...(stripe
      ? {
          STRIPE_API_BASE: stripe.url,
          STRIPE_SECRET_KEY: stripe.key,
          STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
        }
      : {}),
    ...(provider ? { PROVIDER_BASE_URL: `${provider.url}/v1`, PROVIDER_API_KEY: provider.key } : {}),
  };
}

/** What was set counts more than what was generated. */
function secretsOf(env: Environment, secrets: Secrets | null): Record<string, string> {
  const names = ["NEXTAUTH_SECRET", "ECU_KEY_SECRET", "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY"] as const;
  return Object.fromEntries(
    names.flatMap((name) =>
      (env[name] ?? secrets?.[name]) ? [[name, env[name] ?? secrets?.[name] ?? ""]] : [],
    ),
  );
}
