import { z } from "zod";
import { EVENT_MEANINGS, EVENT_TYPES } from "./rules/event-types";
import { EVENT_DATA } from "./events";

export const EventsAnswer = z.array(
  z.object({
    type: z.enum(EVENT_TYPES),
    meaning: z.string().describe("When it is sent."),
    data: z.record(z.string(), z.unknown()).describe("JSON Schema of what it carries in data."),
  }),
);

/** Every type of event, when it is sent, and what it carries. */
export function describeEvents(): z.input<typeof EventsAnswer> {
  return EVENT_TYPES.map((type) => {
    const { $schema: _, ...data } = z.toJSONSchema(EVENT_DATA[type], { io: "input" });
    return { type, meaning: EVENT_MEANINGS[type], data };
  });
}
