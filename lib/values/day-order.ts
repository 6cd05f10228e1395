import { invalid } from "./refusal";

/** Days, where both are named, end no earlier than they begin. @throws Refusal `invalid_request` that names `from` */
export function requireOrder({ from, to }: { from?: string | undefined; to?: string | undefined }): void {
  if (from !== undefined && to !== undefined && from > to) throw invalid("from", "is after to");
}
