import type { FieldFault, RefusalCode } from "@/lib/values/refusal";

/** What a form gets back from a server action. `faults` name fields as in its schema: `members.0.email`. */
export type ActionResult<Data> =
  | { ok: true; data: Data }
  | {
      ok: false;
      code: RefusalCode | "internal_error";
      message: string;
      faults: readonly FieldFault[];
      requestId: string;
    };

/** The message for one field, to stand beside it. */
export function faultOf(result: ActionResult<unknown> | null, field: string): string | undefined {
  return result && !result.ok ? result.faults.find((fault) => fault.field === field)?.message : undefined;
}
