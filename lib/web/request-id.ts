import { newId } from "@/lib/values/ids";

/** The name under which support finds a request in the log. */
export function newRequestId(): string {
  return `req_${newId().replaceAll("-", "")}`;
}
