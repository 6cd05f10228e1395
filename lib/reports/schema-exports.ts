import { z } from "zod";
import { Day } from "@/lib/metering/schema-usage";

/** The days of an export. Without them: all there is. */
export const DaysQuery = z.strictObject({ from: Day.optional(), to: Day.optional() });
