import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { writeKey } from "@/lib/accounts/rules/key";
import { createLog } from "./create-log";
import { knownSecrets } from "./known-secrets";
import { log } from "../log";
import { logged as logRequest } from "./logged";
import { withScope } from "./request-scope";
import { scrubText } from "./scrub";

const environment = {
  NEXTAUTH_SECRET: 'correct horse battery staple, and "more"',
  DATABASE_URL: "postgresql://ecu_app:p%40ssw0rd-of-the-database@127.0.0.1/ecu",
  SMTP_URL: "smtps://mailer:hunter2-hunter2@mail.example.com",
  ECU_METRICS_TOKEN: "metrics-0123456789",
  OTEL_EXPORTER_OTLP_HEADERS: "x-tenant=ecu,x-api-key=collector-0123456789%3D",
};

function logged(run: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  run(createLog({ level: "trace", secrets: knownSecrets(environment), write: (line) => lines.push(line) }));
  for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  return lines.join("");
}

const hex = fc
  .uint8Array({ minLength: 96, maxLength: 96 })
  .map((bytes) => Buffer.from(bytes).toString("hex"));
/** A secret, and what of it must never be seen. */
const secret = fc.oneof(
  fc.constantFrom("account" as const, "platform" as const).map((kind) => {
    const key = writeKey(kind, randomBytes(192));
    return { text: key, hidden: key.slice(6) };
  }),
  hex.map((text) => ({ text: `sk_live_${text}`, hidden: text })),
  hex.map((text) => ({ text: `rk_test_${text}`, hidden: text })),
  hex.map((text) => ({ text: `sk-proj-${text}`, hidden: text })),
  hex.map((text) => ({ text: `whsec_${text}`, hidden: text })),
  hex.map((text) => ({ text: `Bearer ${text}`, hidden: text })),
  hex.map((text) => ({ text: `https://ecu.test/reset-password?token=${text}&next=1`, hidden: text })),
  hex.map((text) => ({ text: `postgres://ecu_app:${text}@db/ecu`, hidden: text })),
  hex.map((text) => ({ text: `ecu-session=${text}; Path=/`, hidden: text })),
  hex.map((text) => ({ text: `eyJhbGciOiJkaXIi.${text}.${text}`, hidden: text })),
  fc
    .constantFrom(
      ...[environment.NEXTAUTH_SECRET, "p@ssw0rd-of-the-database", "p%40ssw0rd-of-the-database"],
      ...["hunter2-hunter2", environment.ECU_METRICS_TOKEN],
      ...["collector-0123456789%3D", "collector-0123456789="],
    )
    .map((text) => ({ text, hidden: text })),
);
const before = fc.constantFrom("", "the call failed: ", '{"url":"', "'", "a\nb ", "\\");

describe("no secret is ever logged", () => {
  it("as a value, however deep, in a message, in an error, its cause or its stack", () => {
    fc.assert(
      fc.property(secret, before, fc.integer({ min: 0, max: 7 }), ({ text, hidden }, begin, depth) => {
        const said = `${begin}${text}`;
        let nested: unknown = said;
        for (let level = 0; level < depth; level++) nested = level % 2 === 0 ? { inner: nested } : [nested];
        const output = logged((log) => {
          log.info({ nested }, "something happened");
          log.info(said);
          log.warn({ err: new Error(said) }, "it broke");
          log.error(new Error("outer", { cause: new Error(said) }));
          log.error(Object.assign(new Error("driver"), { detail: said, config: { headers: [said] } }));
          log.child({ about: said }).info("with a child");
          withScope({ requestId: said }, () => log.info("within"));
        });
        expect(output).not.toContain(hidden);
        expect(output).not.toContain(JSON.stringify(hidden).slice(1, -1));
      }),
    );
  });

  const names = [
    ...[
      "authorization",
      "Authorization",
      "cookie",
      "Set-Cookie",
      "password",
      "newPassword",
      "token",
      "csrfToken",
    ],
    ...[
      "access_token",
      "key",
      "api_key",
      "apiKey",
      "client_secret",
      "signingSecret",
      "stripe-signature",
      "html",
    ],
  ];
  it.each(names)("under the name %s, whatever it looks like", (name) => {
    const value = "an innocent word";
    const output = logged((log) => {
      log.info({ [name]: value });
      log.info({ request: { headers: { [name]: [value] } } });
      log.info({ err: Object.assign(new Error("x"), { cause: { [name]: { deep: value } } }) });
    });
    expect(output).not.toContain(value);
  });

  it("with the arguments of a call to the database, or the row that it refused", () => {
    class PrismaClientValidationError extends Error {
      override readonly name = "PrismaClientValidationError";
    }
    const message =
      "Invalid `create()` invocation:\n{ data: { hash: 'abc-the-hash' } }\n\nArgument `id` is missing.";
    const refused = Object.assign(new Error("duplicate key"), {
      code: "23505",
      detail: "Key (hash)=(abc-the-hash)",
    });
    const output = logged((log) => {
      log.error({ err: new PrismaClientValidationError(message) }, "unexpected");
      log.error({ err: refused }, "unexpected");
    });
    expect(output).not.toContain("abc-the-hash");
    expect(output).toContain("Argument `id` is missing.");
    expect(output).toContain("23505");
  });
});

/** What a pattern may begin in again and again, as somebody without a key may write it into a path. */
const repeated = fc
  .tuple(
    fc.constantFrom(
      ...["a", "a.", "a://", "a://b:", "eyJ-", "__Host-", "next-auth.", "Bearer ", "pi_", "sk-", "?token="],
      ...["whsec_", "?", "#a=", "pi_a_secret", "ecu_", "Basic  ", "eyJ-.", "a+", ":", "@", " "],
    ),
    fc.constantFrom("", ":", "@", "=", "_secret_", "://", "."),
  )
  .map(([part, end]) => part.repeat(Math.ceil(100_000 / part.length)) + end);

it("takes a time that grows with the text, and not with its square, whoever wrote it", () => {
  fc.assert(
    fc.property(repeated, (text) => {
      const began = process.cpuUsage();
      scrubText(text);
      const { user } = process.cpuUsage(began);
      // By the square they are seconds; so it is some milliseconds.
      expect(user / 1000).toBeLessThan(400);
    }),
    { numRuns: 150 },
  );
});

it("writes of a path no more than its beginning", async () => {
  const lines: unknown[] = [];
  const said = vi.spyOn(log, "info").mockImplementation((what) => void lines.push(what));
  const path = `/api/v1/receipts/${"a".repeat(4_000)}`;
  await logRequest(
    new Request(`http://ecu.test${path}`),
    "req_1",
    async () => new Response("", { status: 401 }),
  );
  said.mockRestore();
  expect(lines).toMatchObject([{ path: path.slice(0, 300), status: 401 }]);
});

it("keeps what helps: ids of requests, accounts, jobs, and where an error came from", () => {
  const scope = {
    requestId: "req_1",
    accountId: "019a0000-0000-7000-8000-000000000001",
    jobId: "7",
    task: "mail.send",
  };
  const output = logged((log) =>
    withScope(scope, () => log.error({ err: new RangeError("too much"), amountNano: 5n }, "it broke")),
  );
  expect(JSON.parse(output)).toMatchObject({
    ...scope,
    level: "error",
    msg: "it broke",
    amountNano: "5",
    err: { type: "RangeError", message: "too much", stack: expect.stringContaining("no-secrets.test.ts") },
  });
});

it("has no other way to write a log in what serves and works", () => {
  const files = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  // The command line talks to people; the local stand-ins know no secrets of ours; an environment that cannot be read has no log; a program that
  // was started for one answer answers whoever started it.
  const free =
    /^lib\/(cli|sandbox|testing|db\/generated|client)\/|\.test\.tsx?$|^lib\/worker\/main\.ts$|^lib\/backoffice\/torture\/replay\.ts$/;
  const talks = files
    .filter((file) => /\.(tsx?|mjs)$/.test(file) && !free.test(file))
    .filter((file) =>
      /\bconsole\.(log|info|warn|error|debug|trace)\(|process\.std(out|err)\.write/.test(
        readFileSync(file, "utf8"),
      ),
    );
  expect(talks).toEqual([]);
});
