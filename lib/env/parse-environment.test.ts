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

  it("demands a secret of a production deployment, and makes up no demo in it", () => {
    const DATABASE_URL = "postgresql://ecu_app:secret@db.example.com/ecu";
    expect(faultsOf({ DATABASE_URL })).toHaveLength(1);
    expect(parseEnvironment({ DATABASE_URL, NEXTAUTH_SECRET: SECRET }).ECU_DEMO).toBe(false);
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
