import { z } from "zod";
import { COMPARISONS } from "@/lib/values/display/compare";
import { DayRange } from "../schema";

/** The query of a tab's CSV: its days, and how its rows are searched and sorted. */
export const TabQuery = DayRange.extend({
  text: z.string().max(200).optional().describe("Only rows that contain this text."),
  sort: z
    .string()
    .regex(/^-?[a-z_]{1,40}$/, "is a column's name, with - before it for the largest first")
    .optional()
    .describe("The column to sort by; - before it for the largest first."),
  compare: z
    .enum(COMPARISONS, `is one of ${COMPARISONS.join(", ")}`)
    .optional()
    .describe(
      "Adds a column of what was used before: as many days right before, or the same days of the month before.",
    ),
});
export type TabQuery = z.output<typeof TabQuery>;
