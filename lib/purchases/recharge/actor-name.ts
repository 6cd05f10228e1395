import type { Actor } from "@/lib/values/context";

/** Who did it, as the settings show. */
export function actorName(actor: Actor): string {
  return actor.kind === "operator" ? actor.email : actor.name;
}
