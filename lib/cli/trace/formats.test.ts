import { describe, expect, it } from "vitest";
import { formatOf } from "./formats";

const at = (text: string) => Date.parse(text);

describe("a trace", () => {
  it("of Azure says when each call was made, in UTC", () => {
    const format = formatOf("TIMESTAMP,ContextTokens,GeneratedTokens\r");
    expect(format).toMatchObject({ name: "Azure", relative: false });
    expect(format.read("2023-11-16 18:15:46.6805900,374,44\r")).toEqual({
      at: at("2023-11-16T18:15:46.680Z"),
      inputTokens: 374,
      outputTokens: 44,
      model: null,
    });
    expect(format.read("2024-05-10 00:00:00.009930+00:00,1,2").at).toBe(at("2024-05-10T00:00:00.009Z"));
    expect(format.read("2024-05-10 00:00:00,1,2").at).toBe(at("2024-05-10T00:00:00Z"));
  });

  it("of BurstGPT counts seconds from its beginning and names its models", () => {
    const format = formatOf("Timestamp,Model,Request tokens,Response tokens,Total tokens,Log Type");
    expect(format).toMatchObject({ name: "BurstGPT", relative: true });
    expect(format.read("45.5,ChatGPT,472,18,490,Conversation log")).toEqual({
      at: 45_500,
      inputTokens: 472,
      outputTokens: 18,
      model: "gpt-3.5-turbo",
    });
    expect(format.read("118,GPT-4,1087,230,1317,API log").model).toBe("gpt-4");
  });

  it("of Mooncake counts milliseconds from its beginning, a JSON object a line", () => {
    const line = '{"timestamp": 27482, "input_length": 6955, "output_length": 52, "hash_ids": [46, 47]}';
    expect(formatOf(line).read(line)).toEqual({
      at: 27_482,
      inputTokens: 6_955,
      outputTokens: 52,
      model: null,
    });
  });

  it("of another kind is refused", () => {
    expect(() => formatOf("a,b,c")).toThrow(/no trace that can be read/);
  });

  it.each([
    "2023-11-16 18:15:46,-1,4",
    "2023-11-16 18:15:46,1.5,4",
    "2023-11-16 18:15:46,,",
    "never,1,2",
    "2023-11-16 18:15:46,1e99,2",
  ])("with a line such as %s is refused", (line) => {
    const format = formatOf("TIMESTAMP,ContextTokens,GeneratedTokens");
    expect(() => format.read(line)).toThrow();
  });
});
