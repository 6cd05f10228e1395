import { spawnSync } from "node:child_process";
import { expect, it, vi } from "vitest";
import { exportCommand } from "./export";

/** What `ecu export journal …` is run with. */
async function journalOf(...words: string[]): Promise<unknown> {
  const run = vi.fn();
  const command = exportCommand().exitOverride();
  const [journal] = command.commands;
  journal
    ?.exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .action(run);
  await command.parseAsync(["journal", ...words], { from: "user" });
  return run.mock.calls[0]?.[0];
}

it("takes what stands behind `journal` as the journal's", async () => {
  expect(await journalOf("--month", "2026-10", "--out", "a.csv")).toEqual({ month: "2026-10", out: "a.csv" });
});

it("refuses an account for the journal, which is of all of them", async () => {
  await expect(journalOf("--account", "acme")).rejects.toThrow("unknown option '--account'");
});

it("leaves it to the journal as well when it is called from the shell", () => {
  const words = ["lib/cli/bin.mjs", "export", "journal", "--account", "acme", "--out", "a.csv"];
  const { stderr, status } = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect([status, stderr]).toEqual([1, expect.stringContaining("unknown option '--account'")]);
});
