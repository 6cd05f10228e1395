import { describe, expect, it } from "vitest";
import { requireBounded } from "./bounded";

const saying = (...content: unknown[]) => ({ model: "m", messages: [{ role: "user", content }] });
const text = { type: "text", text: "What does it say?" };

describe("a call that runs on the installation's key", () => {
  it.each<[string, Record<string, unknown>]>([
    ["plugins", { plugins: [{ id: "web" }] }],
    ["web_search_options", { web_search_options: {} }],
    ["preset", { preset: "long" }],
    ["model", { model: "openai/gpt-4o-mini:online" }],
    ["model", { model: "openai/gpt-4o-mini@preset/long" }],
    ["service_tier", { service_tier: "priority" }],
    ["tools.1.type", { tools: [{ type: "function", function: {} }, { type: "openrouter:web_search" }] }],
    [
      "messages.0.content.1.type",
      saying(text, { type: "file", file: { file_data: "https://example.com/large.pdf" } }),
    ],
    ["messages.0.content.0.type", saying({ type: "video_url", video_url: { url: "https://example.com/a" } })],
  ])("brings in nothing that has no size before it runs: %s", (field, body) => {
    expect(() => requireBounded(body)).toThrow(
      expect.objectContaining({ code: "invalid_request", faults: [expect.objectContaining({ field })] }),
    );
  });

  it("may say all that has one", () => {
    const parts = [text, { type: "image_url", image_url: { url: "https://example.com/a.png" } }];
    const bodies = [
      { messages: [{ role: "user", content: "Hello" }], service_tier: "auto", plugins: [], tools: null },
      saying(...parts, { type: "input_audio", input_audio: { data: "", format: "mp3" } }),
      { ...saying({ text: "no type" }), tools: [{ type: "function", function: { name: "f" } }] },
      { messages: [null, "text", { role: "assistant", content: null, tool_calls: [{ type: "function" }] }] },
      { input: ["a text", [1, 2, 3]], model: "openai/text-embedding-3-small" },
    ];
    for (const body of bodies) expect(() => requireBounded(body)).not.toThrow();
  });
});
