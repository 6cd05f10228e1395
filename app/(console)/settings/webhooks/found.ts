import { notFound } from "next/navigation";
import { isUuid } from "@/lib/values/ids";
import { Refusal } from "@/lib/values/refusal";

/** What an id of the address names; the page does not exist where it names nothing of this account. */
export async function found<Thing>(ids: readonly string[], read: () => Promise<Thing>): Promise<Thing> {
  if (!ids.every(isUuid)) notFound();
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal && error.code === "not_found") notFound();
    throw error;
  }
}
