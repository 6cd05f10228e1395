import { expect, it } from "vitest";
import { createKeyCommand } from "./create-key";

it("says which of the scopes no key of an account gets", () => {
  const help = createKeyCommand().helpInformation().replace(/\s+/g, " ");
  expect(help).toContain("an account key gets none of ledger:write, approvals:write;");
});
