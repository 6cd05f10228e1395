import { expect, it } from "vitest";
import { Gathered } from "./gather";
import { Heard } from "./heard";

function gathered(deltas: readonly object[]): { answer: Record<string, unknown>; heard: Heard } {
  const heard = new Heard();
  const all = new Gathered();
  for (const delta of deltas) {
    const chunk = heard.hear(
      JSON.stringify({ id: "gen-1", model: "m", object: "chat.completion.chunk", created: 1, ...delta }),
    );
    if (chunk) all.add(chunk);
  }
  return { answer: all.get(), heard };
}

const choice = (delta: object, more: object = {}) => ({
  choices: [{ index: 0, delta, finish_reason: null, ...more }],
});

it("texts grow, names are said once, and the usage is the answer's", () => {
  const { answer, heard } = gathered([
    choice({ role: "assistant", content: "" }),
    choice({ role: "assistant", content: "Hel", reasoning: "hm" }),
    choice({ role: "assistant", content: "lo" }),
    choice({}, { finish_reason: "stop" }),
    { choices: [], usage: { prompt_tokens: 3, completion_tokens: 2 } },
  ]);
  expect(answer).toMatchObject({
    id: "gen-1",
    object: "chat.completion",
    choices: [
      {
        index: 0,
        finish_reason: "stop",
        message: { role: "assistant", content: "Hello", reasoning: "hm", refusal: null },
      },
    ],
    usage: { prompt_tokens: 3, completion_tokens: 2 },
  });
  expect(heard).toMatchObject({ deltas: 2, text: "Helhmlo", finished: true, generationId: "gen-1" });
});

it("calls of tools are put together by their numbers, which then are gone", () => {
  const part = (index: number, more: object) => choice({ tool_calls: [{ index, ...more }] });
  const { answer, heard } = gathered([
    part(0, { id: "a", type: "function", function: { name: "first", arguments: "" } }),
    part(0, { function: { arguments: '{"x":' } }),
    part(1, { id: "b", type: "function", function: { name: "second", arguments: "{}" } }),
    part(0, { function: { arguments: "1}" } }),
    choice({}, { finish_reason: "tool_calls" }),
  ]);
  expect(answer.choices).toEqual([
    {
      index: 0,
      logprobs: null,
      finish_reason: "tool_calls",
      message: {
        role: "assistant",
        refusal: null,
        content: null,
        tool_calls: [
          { id: "a", type: "function", function: { name: "first", arguments: '{"x":1}' } },
          { id: "b", type: "function", function: { name: "second", arguments: "{}" } },
        ],
      },
    },
  ]);
  expect(heard.deltas).toBe(4);
});

it("several answers stand in their order, each with its probabilities in a row", () => {
  const probable = (token: string) => ({ logprobs: { content: [{ token }], refusal: null } });
  const { answer } = gathered([
    { choices: [{ index: 1, delta: { content: "b" }, ...probable("b") }] },
    { choices: [{ index: 0, delta: { content: "a" }, ...probable("a") }] },
    { choices: [{ index: 1, delta: { content: "c" }, ...probable("c") }] },
  ]);
  expect(answer.choices).toMatchObject([
    { index: 0, message: { content: "a" } },
    { index: 1, message: { content: "bc" }, logprobs: { content: [{ token: "b" }, { token: "c" }] } },
  ]);
});

it("what is no chunk ends the hearing, and an error in a chunk is heard", () => {
  const heard = new Heard();
  for (const text of ["{", "null", "[]", '"x"']) expect(heard.hear(text)).toBeNull();
  expect(heard.failed).toBe(false);
  heard.hear('{"error": {"message": "no"}, "choices": [{"delta": {}, "finish_reason": "error"}]}');
  expect(heard).toMatchObject({ failed: true, finished: false, deltas: 0 });
});

it("thoughts that come as text and in detail are counted once", () => {
  const { heard } = gathered([
    choice({ reasoning: "hm", reasoning_details: [{ type: "reasoning.text", text: "hm", index: 0 }] }),
  ]);
  expect(heard.text).toBe("hm");
});
