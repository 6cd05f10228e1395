import { z } from "zod";
import { Id } from "@/lib/accounts/schema";
import { EVENT_TYPES } from "./rules/event-types";

// What forms, routes and verbs read alike. Messages complete the sentence "URL …".

export const OVERLAPS_HOURS = [0, 1, 24, 168] as const;

const Url = z
  .string("is required")
  .trim()
  .min(1, "is required")
  .max(2000, "has more than 2000 characters")
  .refine(isWebAddress, "is not an address such as https://example.com/hooks")
  .refine((text) => !hasPassword(text), "has a name or password in it: the signature says who we are")
  .transform((text) => new URL(text).toString());

const Description = z.string().trim().max(200, "has more than 200 characters");
const Types = z
  .array(z.enum(EVENT_TYPES, "is not a type of event"))
  .max(100)
  .transform((types) => [...new Set(types)]);

export const NewEndpoint = z.strictObject({
  url: Url.describe("Where messages are posted to: https, on the public internet."),
  description: Description.default(""),
  types: Types.default([]).describe("The types of events that it hears of; none for all of them."),
});
export type NewEndpoint = z.output<typeof NewEndpoint>;

export const EndpointChange = z.strictObject({
  url: Url.optional(),
  description: Description.optional(),
  types: Types.optional(),
  is_enabled: z
    .boolean()
    .optional()
    .describe(
      "Off, nothing is sent and nothing new is kept for it; what waits goes out when it is on again.",
    ),
});
export type EndpointChange = z.output<typeof EndpointChange>;

export const Rotation = z.strictObject({
  overlap_hours: z
    .int()
    .refine((hours) => OVERLAPS_HOURS.some((known) => known === hours), "is 0, 1, 24 or 168")
    .default(24)
    .describe("How long the secret before goes on signing beside the new one: 0, 1, 24 or 168 hours."),
});

export const OfEndpoint = z.strictObject({ id: Id });
export const ChangedEndpoint = EndpointChange.extend({ id: Id });
export const RotatedEndpoint = Rotation.extend({ id: Id });
export const OfDelivery = z.strictObject({ id: Id, delivery: Id });

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && !/\s/.test(text);
}

function hasPassword(text: string): boolean {
  const { username, password } = URL.canParse(text) ? new URL(text) : { username: "", password: "" };
  return username !== "" || password !== "";
}
