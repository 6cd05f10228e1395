import { name, slug } from "@/lib/metering/schema";
import { z } from "zod";
import { FAULT_WORDS } from "@/lib/values/fault-words";
import { invalid } from "@/lib/values/refusal";
import type { Dimensions } from "./call";

const FIELDS = {
  feature: ["Ecu-Feature", slug("What it is charged as.")],
  member: ["Ecu-Member", name("Who causes it.")],
  team: ["Ecu-Team", name("The team's slug.")],
  project: ["Ecu-Project", name("The project's slug.")],
  mandate: ["Ecu-Mandate", z.uuid("is the id of a mandate")],
} as const;

/** The feature of calls that name none. */
const FEATURE = "model_inference";

/**
 * What a call is for: as its headers say, or else as OpenAI's `metadata` and `user` do. Those two are there for other ends as well, so that what
 * cannot be a name in them is passed over.
 * @throws Refusal `invalid_request` naming the header
 */
export function readDimensions(
  headers: Headers,
  body: Readonly<Record<string, unknown>>,
): Omit<Dimensions, "pricedAs"> {
  const read = (field: keyof typeof FIELDS): string | undefined => {
    const [header, schema] = FIELDS[field];
    const said = headers.get(header);
    if (said === null) return fallback(body, field);
    const { success, data, error } = schema.safeParse(said, FAULT_WORDS);
    if (!success) throw invalid(header, error.issues[0]?.message ?? "is not valid");
    return data;
  };
  return {
    feature: read("feature") ?? FEATURE,
    member: read("member") ?? fallback(body, "user"),
    team: read("team"),
    project: read("project"),
    mandate: read("mandate"),
  };
}

function fallback(
  body: Readonly<Record<string, unknown>>,
  field: keyof typeof FIELDS | "user",
): string | undefined {
  const { metadata, user } = body;
  const said: unknown =
    field === "user"
      ? user
      : typeof metadata === "object" && metadata !== null && field in metadata
        ? (metadata as Record<string, unknown>)[field]
        : undefined;
  const schema = field === "user" ? FIELDS.member[1] : FIELDS[field][1];
  return schema.safeParse(said).data;
}
