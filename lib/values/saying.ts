import type { z } from "zod";

/** A refinement that says of each text what is wrong with it: `faultOf` gives the message, or null where nothing is. */
export function saying(faultOf: (text: string) => string | null) {
  return (text: string, check: z.RefinementCtx): void => {
    const message = faultOf(text);
    if (message !== null) check.addIssue({ code: "custom", message });
  };
}
