import { expect, it } from "vitest";
import { listInWords } from "./list";

it("says lists as people do", () => {
  expect(listInWords([], "any model")).toBe("any model");
  expect(listInWords(["gpt-4o", "o3"], "any model")).toBe("gpt-4o and o3");
  expect(listInWords(["gpt-4o", "o3", "claude-sonnet-4"], "any model")).toBe(
    "gpt-4o, o3 and claude-sonnet-4",
  );
});
