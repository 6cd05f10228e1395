import getPort from "get-port";
import { afterEach, expect, it, vi } from "vitest";
import { withDatabase } from "./installation";
import { CliFault } from "./output";

afterEach(() => vi.unstubAllEnvs());

it("says that the database is not there, and begins nothing", async () => {
  const port = await getPort({ host: "127.0.0.1" });
  vi.stubEnv("DATABASE_URL", `postgresql://ecu_app:secret@127.0.0.1:${port}/ecu`);
  const run = vi.fn();
  const fault = await withDatabase(run).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(CliFault);
  expect((fault as CliFault).message).toMatch(
    new RegExp(`^The database at 127.0.0.1:${port} cannot be reached \\(.*ECONNREFUSED.*npm start`),
  );
  expect((fault as CliFault).message).not.toContain("secret");
  expect(run).not.toHaveBeenCalled();
});
