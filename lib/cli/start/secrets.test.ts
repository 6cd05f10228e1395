import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readSecrets } from "./secrets";

const aPath = () => join(mkdtempSync(join(tmpdir(), "ecu-secrets-")), "secrets.json");

it("makes the secrets of an installation once", () => {
  const path = aPath();
  expect(readSecrets(path)).toEqual(readSecrets(path));
});

it("adds what an older version did not know of, and keeps what opens the database and the keys", () => {
  const path = aPath();
  const { stripeKey: _key, stripeWebhookSecret: _secret, providerKey: _other, ...older } = readSecrets(path);
  writeFileSync(path, JSON.stringify(older));
  expect(readSecrets(path)).toMatchObject({
    ...older,
    stripeKey: expect.stringMatching(/^sk_test_/),
    providerKey: expect.stringMatching(/^sk-sandbox-/),
  });
});
