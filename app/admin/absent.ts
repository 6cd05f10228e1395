import { Refusal } from "@/lib/values/refusal";

/** For what a link names and is not there, or not any more: the page stands without it. */
export function absent(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}
