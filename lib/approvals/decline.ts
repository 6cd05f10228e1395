import type { Context } from "@/lib/values/context";
import { decide, type Decision } from "./decide";

/** Says no, as a person. @throws Refusal `approval_decided`, `gone`, `not_found`, `forbidden` */
export function decline(ctx: Context, { id }: { id: string }): Promise<Decision> {
  return decide(ctx, id, "declined", async () => ({}));
}
