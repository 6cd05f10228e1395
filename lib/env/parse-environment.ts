import type { z } from "zod";
import { OPENROUTER, Variables } from "./schema";

type Parsed = z.infer<typeof Variables>;

/** The environment as the code sees it: checked, with defaults filled in. */
export type Environment = Omit<Parsed, "NEXTAUTH_URL" | "ECU_DEMO" | "ECU_WEBHOOKS_PRIVATE"> & {
  NEXTAUTH_URL: string;
  ECU_DEMO: boolean;
  ECU_WEBHOOKS_PRIVATE: boolean;
};

/** What is wrong with the environment: all of it, each with what to do. */
export class EnvironmentFault extends Error {
  override readonly name = "EnvironmentFault";
  constructor(readonly faults: readonly string[]) {
    super(
      `The environment has ${faults.length === 1 ? "a fault" : `${faults.length} faults`}:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`,
    );
  }
}

// Of each group all or none.
const GROUPS = [
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["GITHUB_ID", "GITHUB_SECRET"],
  ["GOOGLE_ID", "GOOGLE_SECRET"],
] as const;

/**
 * Reads variables as a process gets them. An empty one counts as not set.
 * @throws EnvironmentFault that lists every fault at once.
 */
export function parseEnvironment(record: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const parsed = Variables.safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")} ${issue.message}.`),
    ...faultsTogether(given),
  ];
  if (!parsed.success || faults.length > 0) throw new EnvironmentFault(faults);
  const { data } = parsed;
  return {
    ...data,
    NEXTAUTH_URL: (data.NEXTAUTH_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ""),
    PROVIDER_API_KEY: data.PROVIDER_API_KEY ?? data.OPENROUTER_API_KEY,
    // A deployment with a database of its own is somebody's production: nothing is made up in it.
    ECU_DEMO: data.ECU_DEMO ?? data.DATABASE_URL === undefined,
    // Whoever may sign up on it reaches what its network reaches: without a word of its operator, only where nobody else can.
    ECU_WEBHOOKS_PRIVATE:
      data.ECU_WEBHOOKS_PRIVATE ?? (data.DATABASE_URL === undefined && isLoopback(data.HOST)),
  };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

function faultsTogether(given: Readonly<Record<string, string>>): string[] {
  const faults: string[] = [];
  if (given.DATABASE_URL && !given.NEXTAUTH_SECRET) {
    faults.push(
      "NEXTAUTH_SECRET is required with DATABASE_URL; make one with `openssl rand -base64 32` and keep it.",
    );
  }
  if (given.DATABASE_OWNER_URL && !given.DATABASE_URL) {
    faults.push(
      "DATABASE_URL is required with DATABASE_OWNER_URL; it is the same database as the role ecu_app.",
    );
  }
  faults.push(...stripeFaults(given), ...providerFaults(given));
  const [least, most] = [Number(given.ECU_TOPUP_MIN ?? 50), Number(given.ECU_TOPUP_MAX ?? 100_000)];
  if (least > most) faults.push("ECU_TOPUP_MAX must not be less than ECU_TOPUP_MIN.");
  for (const name of ["ECU_ISSUER_ADDRESS", "ECU_ISSUER_TAX_ID"])
    if (given[name] && !given.ECU_ISSUER_NAME)
      faults.push(`ECU_ISSUER_NAME is required with ${name}: receipts say whose it is.`);
  for (const group of GROUPS) {
    const missing = group.filter((name) => !given[name]);
    if (missing.length > 0 && missing.length < group.length) {
      const set = group.filter((name) => given[name]).join(" and ");
      faults.push(`${missing.join(" and ")} must be set together with ${set}; set all of them or none.`);
    }
  }
  return faults;
}

function stripeFaults(given: Readonly<Record<string, string>>): string[] {
  const { STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: secret, STRIPE_API_BASE: base } = given;
  const faults: string[] = [];
  if (key && !secret)
    faults.push(
      "STRIPE_WEBHOOK_SECRET is required with STRIPE_SECRET_KEY; Stripe shows it at the webhook endpoint for /api/stripe/webhook.",
    );
  // A mistyped address must never get to see a key that moves money.
  if (/^(sk|rk)_live_/.test(key ?? "") && base && !isStripe(base))
    faults.push(
      "STRIPE_API_BASE must not be set with a live key: it is for https://api.stripe.com and nobody else.",
    );
  return faults;
}

function providerFaults(given: Readonly<Record<string, string>>): string[] {
  const { PROVIDER_BASE_URL: base, PROVIDER_API_KEY: key, OPENROUTER_API_KEY: openRouterKey } = given;
  if (!base || key) return [];
  if (!openRouterKey)
    return [
      "PROVIDER_API_KEY is required with PROVIDER_BASE_URL; any word will do where the provider asks for none.",
    ];
  // A mistyped address must never get to see the key of another provider.
  const isOpenRouter = URL.canParse(base) && new URL(base).origin === new URL(OPENROUTER).origin;
  return isOpenRouter
    ? []
    : [
        "PROVIDER_API_KEY is required with PROVIDER_BASE_URL: OPENROUTER_API_KEY is for https://openrouter.ai alone.",
      ];
}

function isStripe(base: string): boolean {
  return URL.canParse(base) && new URL(base).origin === "https://api.stripe.com";
}
