import { afterEach, expect, it, vi } from "vitest";
import { parseEnvironment } from "@/lib/env/parse-environment";
import { environmentOf } from "./settings";

afterEach(() => vi.unstubAllEnvs());

it("leads the gateway to the provider sandbox where it runs, and to nothing else where it does not", () => {
  const places = { databaseUrl: "", smtpUrl: undefined, dataDir: ".ecu" };
  const provider = { url: "http://127.0.0.1:2690", key: "sk-sandbox-1" };
  const { PROVIDER_BASE_URL, PROVIDER_API_KEY } = parseEnvironment(
    environmentOf(parseEnvironment({}), null, { ...places, provider }),
  );
  expect([PROVIDER_BASE_URL, PROVIDER_API_KEY]).toEqual(["http://127.0.0.1:2690/v1", "sk-sandbox-1"]);
  vi.stubEnv("OPENROUTER_API_KEY", "sk-or-1");
  const own = parseEnvironment(environmentOf(parseEnvironment(process.env), null, places));
  expect([own.PROVIDER_BASE_URL, own.PROVIDER_API_KEY]).toEqual(["https://openrouter.ai/api/v1", "sk-or-1"]);
});

it("keeps the owner of the tables from the processes that run the application, and from what they read in .env", () => {
  const given = {
    DATABASE_URL: "postgresql://ecu_app:secret@db.example.com/ecu",
    DATABASE_OWNER_URL: "postgresql://owner:secret@db.example.com/ecu",
    NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef",
  };
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  const places = { databaseUrl: given.DATABASE_URL, smtpUrl: undefined, dataDir: ".ecu" };
  const settings = environmentOf(parseEnvironment(given), null, places);
  expect(settings).toMatchObject({ DATABASE_OWNER_URL: "", DATABASE_URL: given.DATABASE_URL });
  // The build is made without a database.
  const building = environmentOf(parseEnvironment(given), null, { ...places, databaseUrl: "" });
  expect(() => parseEnvironment(building)).not.toThrow();
});
