import { z } from "zod";
import { DayRange } from "../schema";

/** The query of a tab's CSV: its days, and how its rows are searched and sorted. */
export const TabQuery = DayRange.extend({
  text: z.string().max(200).optional().describe("Only rows that contain this text."),
  sort: z
    .string()
    .regex(/^-?[a-z_]{1,40}$/, "is a column's name, with - before it for the largest first")
    .optional()
    .describe("The column to sort by; - before it for the largest first."),
});
export type TabQuery = z.output<typeof TabQuery>;
