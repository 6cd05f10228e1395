import { describe, expect, it } from "vitest";
import { EnvironmentFault, parseEnvironment } from "./parse-environment";
import { Variables } from "./schema";
import { VARIABLES } from "./variables";

const SECRET = "0123456789abcdef0123456789abcdef";

function faultsOf(record: Record<string, string>): readonly string[] {
  try {
    parseEnvironment(record);
  } catch (error) {
    if (error instanceof EnvironmentFault) return error.faults;
    throw error;
  }
  return [];
}

describe("the environment", () => {
  it("needs nothing to be set", () => {
    const environment = parseEnvironment({});
    expect(environment).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      CREDIT_USD_VALUE: "0.10",
      ECU_DEMO: true,
    });
    expect(environment.NEXTAUTH_URL).toBe("http://localhost:3000");
  });

  it("counts an empty variable as not set", () => {
    const environment = parseEnvironment({ PORT: "", SMTP_URL: " " });
    expect(environment.PORT).toBe(3000);
    expect(environment.SMTP_URL).toBeUndefined();
  });

  it("lists every fault at once, each by its name", () => {
    const faults = faultsOf({
      PORT: "70000",
      LOG_LEVEL: "loud",
      DATABASE_URL: "mysql://db",
      GITHUB_ID: "id",
      ECU_STARTER_CREDITS: "-1",
    });
    expect(faults.map((fault) => fault.split(" ")[0]).sort()).toEqual(
      ["DATABASE_URL", "ECU_STARTER_CREDITS", "GITHUB_SECRET", "LOG_LEVEL", "NEXTAUTH_SECRET", "PORT"].sort(),
    );
  });

  it("reads who issues receipts: the lines of an address, and nothing of one that has no name", () => {
    const issuer = { ECU_ISSUER_NAME: "Compute & Sons Ltd", ECU_ISSUER_TAX_ID: "GB 123 4567 89" };
    expect(
      parseEnvironment({
        ...issuer,
        ECU_ISSUER_ADDRESS: "1 High Street;\n London EC1A 1BB; ;United Kingdom",
      }),
    ).toMatchObject({
      ...issuer,
      ECU_ISSUER_ADDRESS: ["1 High Street", "London EC1A 1BB", "United Kingdom"],
    });
    const nameless = { ECU_ISSUER_ADDRESS: "1 High Street", ECU_ISSUER_TAX_ID: "GB 1" };
    expect(faultsOf(nameless)).toEqual([
      "ECU_ISSUER_NAME is required with ECU_ISSUER_ADDRESS: receipts say whose it is.",
      "ECU_ISSUER_NAME is required with ECU_ISSUER_TAX_ID: receipts say whose it is.",
    ]);
    const wrong = { ECU_ISSUER_NAME: "x".repeat(201), ECU_ISSUER_ADDRESS: ";;", ECU_ISSUER_TAX_ID: "?" };
    expect(faultsOf(wrong).map((fault) => fault.split(" ")[0])).toEqual(Object.keys(wrong));
  });

  it("demands a secret of a production deployment, and makes up no demo in it", () => {
    const DATABASE_URL = "postgresql://ecu_app:secret@db.example.com/ecu";
    expect(faultsOf({ DATABASE_URL })).toHaveLength(1);
    expect(parseEnvironment({ DATABASE_URL, NEXTAUTH_SECRET: SECRET }).ECU_DEMO).toBe(false);
  });

  it("lets webhooks into its own network only where nobody else can sign up, or where it is told to", () => {
    const DATABASE_URL = "postgresql://ecu_app:secret@db.example.com/ecu";
    const isAllowed = (record: Record<string, string>) => parseEnvironment(record).ECU_WEBHOOKS_PRIVATE;
    for (const HOST of ["", "127.0.0.1", "localhost", "::1"]) expect(isAllowed({ HOST })).toBe(true);
    for (const HOST of ["0.0.0.0", "::", "192.168.1.2", "127.example.com"])
      expect(isAllowed({ HOST })).toBe(false);
    expect(isAllowed({ DATABASE_URL, NEXTAUTH_SECRET: SECRET })).toBe(false);
    expect(isAllowed({ HOST: "0.0.0.0", ECU_WEBHOOKS_PRIVATE: "true" })).toBe(true);
  });

  it("knows what credit is sold for, and refuses prices that are none", () => {
    expect(parseEnvironment({ ECU_VOLUME_PRICES: "5000:0.095,20000:0.09" })).toMatchObject({
      ECU_TOPUP_AMOUNTS: [100, 250, 500, 1000, 5000],
      ECU_VOLUME_PRICES: [
        { from: 5000, usd: "0.095" },
        { from: 20000, usd: "0.09" },
      ],
    });
    for (const prices of ["5000", "5000:0", "a:0.1", "5000:-1", "5000:0.1,,"])
      expect(faultsOf({ ECU_VOLUME_PRICES: prices })).toHaveLength(1);
    expect(faultsOf({ ECU_TOPUP_MIN: "500", ECU_TOPUP_MAX: "100" })).toHaveLength(1);
  });

  it("shows a live key to nobody but Stripe, and sells nothing that it would not hear of", () => {
    const webhook = { STRIPE_WEBHOOK_SECRET: "whsec_1" };
    const live = { STRIPE_SECRET_KEY: "sk_live_1", ...webhook };
    expect(faultsOf({ ...live, STRIPE_API_BASE: "http://127.0.0.1:2590" })).toHaveLength(1);
    expect(faultsOf({ ...live, STRIPE_API_BASE: "https://api.stripe.com.example.com" })).toHaveLength(1);
    expect(faultsOf({ ...live, STRIPE_API_BASE: "https://api.stripe.com" })).toEqual([]);
    expect(faultsOf({ ...live, STRIPE_SECRET_KEY: "rk_live_1", STRIPE_API_BASE: "http://x" })).toHaveLength(
      1,
    );
    expect(faultsOf({ ...webhook, STRIPE_SECRET_KEY: "sk_test_1", STRIPE_API_BASE: "http://x" })).toEqual([]);
    expect(faultsOf({ STRIPE_SECRET_KEY: "sk_test_1" })[0]).toContain("STRIPE_WEBHOOK_SECRET");
  });

  it("shows a provider's key to that provider alone", () => {
    expect(parseEnvironment({})).toMatchObject({
      PROVIDER_BASE_URL: "https://openrouter.ai/api/v1",
      ECU_GATEWAY_MAX_TOKENS: 4096,
      ECU_GATEWAY_TIMEOUT_SECONDS: 600,
    });
    const openRouter = { OPENROUTER_API_KEY: "sk-or-1" };
    const elsewhere = { PROVIDER_BASE_URL: "http://models.internal:8000/v1/" };
    expect(parseEnvironment(openRouter).PROVIDER_API_KEY).toBe("sk-or-1");
    expect(faultsOf({ ...openRouter, ...elsewhere })[0]).toContain("PROVIDER_API_KEY");
    expect(
      faultsOf({ ...openRouter, PROVIDER_BASE_URL: "https://openrouter.ai.example.com/v1" }),
    ).toHaveLength(1);
    expect(faultsOf({ ...openRouter, PROVIDER_BASE_URL: "https://openrouter.ai/api/v1" })).toEqual([]);
    expect(faultsOf(elsewhere)[0]).toContain("PROVIDER_API_KEY");
    expect(parseEnvironment({ ...openRouter, ...elsewhere, PROVIDER_API_KEY: "own" })).toMatchObject({
      PROVIDER_BASE_URL: "http://models.internal:8000/v1",
      PROVIDER_API_KEY: "own",
    });
    expect(faultsOf({ PROVIDER_API_KEY: "two words" }).join()).not.toContain("two words");
  });

  it("never repeats the value of a secret in a fault", () => {
    expect(faultsOf({ NEXTAUTH_SECRET: "short-secret" }).join()).not.toContain("short-secret");
    expect(
      faultsOf({ DATABASE_URL: "mysql://root:hunter2@db", NEXTAUTH_SECRET: SECRET }).join(),
    ).not.toContain("hunter2");
  });

  it("documents exactly the variables that are read", () => {
    expect(VARIABLES.map(({ name }) => name).sort()).toEqual(Object.keys(Variables.shape).sort());
  });
});
