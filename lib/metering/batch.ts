import { invalid, Refusal } from "@/lib/values/refusal";
import { MAX_EVENTS } from "./schema";

/** Of what is reported in batches, one to a thousand are taken at once. @throws Refusal `invalid_request`, `too_large` */
export function requireBatch(what: string, items: readonly unknown[]): void {
  if (items.length === 0) throw invalid(what, `is empty: send one to a thousand ${what}`);
  if (items.length > MAX_EVENTS) {
    throw new Refusal(
      "too_large",
      `One request takes up to ${MAX_EVENTS} ${what}, this one has ${items.length}. Send them in several.`,
    );
  }
}

/** The id of what may be anything, to answer it by. */
export function idOf(item: unknown): string | null {
  const id = typeof item === "object" && item !== null && "id" in item ? item.id : null;
  return typeof id === "string" ? id.slice(0, 200) : null;
}
