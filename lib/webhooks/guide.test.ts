import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { EVENT_MEANINGS, EVENT_TYPES } from "./rules/event-types";
import { EVENT_DATA } from "./events";
import { bodyOf, signedHeaders } from "./rules/message";

const guide = readFileSync(new URL("../../public/guides/webhooks.md", import.meta.url), "utf8");
const codeOf = (language: string) =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1] ?? "";
const secretOf = () => `whsec_${randomBytes(32).toString("base64")}`;

type Verify = (body: string, headers: Record<string, string>, secret: string, now?: number) => unknown;

it("the guide's code accepts what is sent, signed with any of its secrets, and nothing else", async () => {
  const source = `data:text/javascript,${encodeURIComponent(codeOf("js"))}`;
  const { verify } = (await import(/* @vite-ignore */ source)) as { verify: Verify };
  const [secret, old] = [secretOf(), secretOf()];
  const now = new Date();
  const message = {
    accountId: "a",
    eventId: "0199f3a2-7c5e-7d0b-a1c2-d3e4f5a6b7c8",
    type: "webhook.test",
    occurredAt: now,
    data: { message: "Ünïcode €" },
  };
  const body = bodyOf(message);
  const headers = signedHeaders(message.eventId, body, [secret, old], now);
  for (const one of [secret, old])
    expect(verify(body, headers, one)).toMatchObject({ type: "webhook.test", data: message.data });
  expect(() => verify(body, headers, secretOf())).toThrow("signature");
  expect(() => verify(body.replace("test", "tset"), headers, secret)).toThrow("signature");
  expect(() => verify(body, { ...headers, "webhook-id": "msg_other" }, secret)).toThrow("signature");
  expect(() => verify(body, headers, secret, now.getTime() + 301_000)).toThrow("too old");
  expect(() => verify(body, {}, secret)).toThrow();
});

it("the guide names every event and when it is sent, and its example is one", () => {
  const rows = EVENT_TYPES.map((type) => `| \`${type}\` | ${EVENT_MEANINGS[type]} |`);
  expect(guide.replaceAll(/ +/g, " ")).toContain(rows.join("\n"));
  const [, json = "{}"] = codeOf("http").split("\n\n");
  const example = JSON.parse(json) as { data: unknown };
  expect(EVENT_DATA["balance.threshold_crossed"].strict().parse(example.data)).toEqual(example.data);
});
