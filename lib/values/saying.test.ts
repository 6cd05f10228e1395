import { expect, it } from "vitest";
import { z } from "zod";
import { decimalText } from "./saying";

it.each([
  [undefined, "is required"],
  [null, "is required"],
  [100, 'is a text such as "12.5", not a number of JSON'],
])("a decimal that is no text is said to be missing only where it is: %s", (value, message) => {
  expect(z.string(decimalText("12.5")).safeParse(value).error?.issues[0]?.message).toBe(message);
});
