import { z } from "zod";
import { COMPARISONS } from "@/lib/values/display/compare";
import { DayRange } from "../schema";
import type { Sorting } from "./arrange";

/** The query of a tab's CSV: its days, and how its rows are searched and sorted. */
export function tabQuery<Row>({ fields, usual }: Sorting<Row>) {
  const names = Object.keys(fields);
  return DayRange.extend({
    text: z.string().max(200).optional().describe("Only rows that contain this text."),
    sort: z
      .enum(
        names.flatMap((name) => [name, `-${name}`]),
        `is one of ${names.join(", ")}, with - before it for the largest first`,
      )
      .optional()
      .describe(`The column to sort by, ${usual} without it; - before it for the largest first.`),
    compare: z
      .enum(COMPARISONS, `is one of ${COMPARISONS.join(", ")}`)
      .optional()
      .describe(
        "Adds a column of what was used before: as many days right before, or the same days of the month before.",
      ),
  });
}

/** What is asked of a tab's file. */
export type TabQuery = z.output<ReturnType<typeof tabQuery>>;
