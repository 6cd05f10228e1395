import type { z } from "zod";

/** What is said of a decimal that is no text: that it is missing, or how it is sent. */
export function decimalText(example: string) {
  return {
    error: ({ input }: { input: unknown }) =>
      input === undefined || input === null
        ? "is required"
        : `is a text such as "${example}", not a number of JSON`,
  };
}

/** A refinement that says of each text what is wrong with it: `faultOf` gives the message, or null where nothing is. */
export function saying(faultOf: (text: string) => string | null) {
  return (text: string, check: z.RefinementCtx): void => {
    const message = faultOf(text);
    if (message !== null) check.addIssue({ code: "custom", message });
  };
}
